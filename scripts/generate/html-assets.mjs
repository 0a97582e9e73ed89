import { createHash } from 'node:crypto';
import { generatedModule, literal } from './typescript.mjs';

/**
 * The style and the script of the HTML report, with the digests its content security policy names.
 * @param {string} style
 * @param {string} script
 */
export function htmlAssetsModule(style, script) {
  return generatedModule('src/report/html/page.css and grid.js', [
    ...constant('PAGE_STYLE', style),
    ...constant('PAGE_SCRIPT', script),
  ]);
}

/** @param {string} name @param {string} text */
function constant(name, text) {
  const digest = createHash('sha256').update(text).digest('base64');
  const lines = text.trimEnd().split('\n');
  return [
    '',
    `export const ${name} = [`,
    ...lines.map((line) => `  ${literal(line)},`),
    `  '',`,
    `].join('\\n');`,
    '',
    `export const ${name}_HASH = ${literal(`sha256-${digest}`)};`,
  ];
}
