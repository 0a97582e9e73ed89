import { PAGE_SCRIPT, PAGE_SCRIPT_HASH, PAGE_STYLE, PAGE_STYLE_HASH } from './assets.generated.js';
import { element, type Html } from './element.js';

/** A whole document; its policy lets nothing run or load but our own style and script, by their digests. */
export function page(title: string, ...body: readonly Html[]): string {
  const policy = [
    "default-src 'none'",
    `style-src '${PAGE_STYLE_HASH}'`,
    `script-src '${PAGE_SCRIPT_HASH}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  const head = element(
    'head',
    {},
    element('meta', { charset: 'utf-8' }),
    element('meta', { 'http-equiv': 'Content-Security-Policy', content: policy }),
    element('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    element('meta', { name: 'color-scheme', content: 'light dark' }),
    element('title', {}, title),
    { markup: `<style>${PAGE_STYLE}</style>` },
  );
  const script = { markup: `<script>${PAGE_SCRIPT}</script>` };
  return `<!doctype html>\n${element('html', { lang: 'en' }, head, element('body', {}, ...body, script)).markup}\n`;
}
