/** What our own page is made of; anything else that begins like a tag is somebody else's. */
const OURS = new Set(
  'html head body meta title style script header main nav footer section div span p h1 h2 h3 h4 ul ol li a table caption thead tbody tr th td code pre br button label input strong small figure figcaption svg rect line circle text polyline details summary dl dt dd'.split(
    ' ',
  ),
);
const TAG = /^<\/?([a-z][a-z0-9]*)((?: [a-zA-Z0-9-]+(?:="[^"<>]*")?)*)>/u;
const ATTRIBUTES =
  /^(?: (?:class|id|role|tabindex|title|type|for|href|scope|lang|name|content|charset|http-equiv|placeholder|autocomplete|viewBox|preserveAspectRatio|points|text-anchor|x|y|x1|x2|y1|y2|cx|cy|r|rx|width|height|aria-[a-z]+|data-[a-z]+)(?:="[^"<>]*")?)*$/u;

/** Everything in a page that is neither our markup nor plain text: tags, attributes or links of others. Empty for a safe page. */
export function liveHtml(page: string): readonly string[] {
  const markup = page
    .replace(/^<!doctype html>\n/u, '')
    .replace(/<style>[^]*?<\/style>/u, '')
    .replace(/<script>[^]*?<\/script>/u, '');
  const live: string[] = [];
  for (let at = markup.indexOf('<'); at !== -1; at = markup.indexOf('<', at + 1)) {
    const [tag, name = '', attributes = ''] = TAG.exec(markup.slice(at, at + 20_000)) ?? [];
    const links = [...attributes.matchAll(/ href="([^"]*)"/gu)].map(([, target = '']) => target);
    const safe = OURS.has(name) && ATTRIBUTES.test(attributes) && links.every((target) => /^#s\d+$/u.test(target));
    if (tag === undefined || !safe) live.push(markup.slice(at, at + 60));
  }
  return live;
}
