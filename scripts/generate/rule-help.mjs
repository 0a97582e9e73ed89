import { generatedModule, literal } from './typescript.mjs';

/** What docs/rules.md says of every rule, in this order. */
const PART = /^- \*\*(It means|It matters|Do)\*\* ((?:.*\n)(?: {2}.*\n)*)/gm;

/**
 * What reports that are read elsewhere say of a rule: the sentences of the documentation.
 * @param {string} page docs/rules.md
 */
export function ruleHelpModule(page) {
  const sections = page.split(/^### /m).slice(1);
  return generatedModule('docs/rules.md', [
    '/** By rule: what it means, why it matters, what to do. Markdown. */',
    'export const RULE_HELP: Readonly<Record<string, readonly [string, string, string]>> = {',
    ...sections.map(
      (section) => `  ${literal(section.slice(0, section.indexOf('\n')))}: ${literal(partsOf(section))},`,
    ),
    '};',
  ]);
}

/** @param {string} section */
function partsOf(section) {
  return [...section.matchAll(PART)].map(([, name, text = '']) => {
    const sentence = text.replace(/\s+/g, ' ').trim();
    return name === 'Do' ? sentence.charAt(0).toUpperCase() + sentence.slice(1) : `${name} ${sentence}`;
  });
}
