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

/** @type {(root: string, folder: string) => void} */
export function copyDisassembler(root, folder) {
  for (const [from, to] of Object.entries(FILES)) {
    copyFileSync(join(root, 'node_modules/iced-x86', from), join(folder, to));
  }
}
