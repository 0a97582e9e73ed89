import { copyFileSync } from 'node:fs';
import { join } from 'node:path';

/** Name in node_modules: name beside the bundles, where a script without a type of its own would be taken for an ES module. */
const FILES = { 'iced_x86.js': 'iced-x86.cjs', 'iced_x86_bg.wasm': 'iced_x86_bg.wasm' };

/**
 * The disassembler is large and finds its WebAssembly beside itself: it stays a file of its own, loaded when it is needed.
 * @type {import('esbuild').Plugin}
 */
export const disassembler = {
  name: 'disassembler',
  setup(build) {
    build.onResolve({ filter: /^iced-x86$/ }, () => ({ path: './iced-x86.cjs', external: true }));
  },
};

/**
 * Puts it beside the bundles and gives what was copied, relative to `root`.
 * @type {(root: string, folder: string) => string[]}
 */
export function copyDisassembler(root, folder) {
  return Object.entries(FILES).map(([from, to]) => {
    const source = join('node_modules/iced-x86', from);
    copyFileSync(join(root, source), join(folder, to));
    return source;
  });
}
