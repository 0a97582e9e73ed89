import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { LINT_RULES } from '../../../src/core/lint/lint.js';
import type { Rule } from '../../../src/core/rule.js';
import { RULES, type RuleId } from '../../../src/core/rules.js';
import { referencesOf } from '../../../src/core/standards/control.js';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const PAGE = `${ROOT}docs/rules.md`;

/** A code block that is a file of the repository, word for word. */
const QUOTATION = /<!-- (\S+) -->\n```text\n(?:(?!```).*\n)*```/g;

/** The line that names the controls a rule is about, and the head of a section with it. */
const STANDARDS = /\n_Standards: .*_\n/;
const SECTION_HEAD = /(### (\S+)\n\*\*(?:error|warning|note)\*\* · .*\n)(?:\n_Standards: .*_\n)?/g;

const page = readPage();
const sections = sectionsOf(page);
const rules: [id: string, rule: Rule][] = Object.entries(RULES);

describe('docs/rules.md', () => {
  it('has a section for every rule in the chapter the rule is of, and no other', () => {
    const documented = sections.map(({ chapter, id }) => `${chapter}: ${id}`);
    expect(documented).toEqual(rules.map(([id, { chapter }]) => `${chapter}: ${id}`));
  });

  it.each(rules)('%s: severity, title, what it means, why it matters, what to do', (id, { severity, title }) => {
    const text = textOf(id);
    expect(text.startsWith(`**${severity}** · ${title}\n`)).toBe(true);
    expect(text.match(/^- \*\*(It means|It matters|Do)\*\*/gm)).toEqual([
      '- **It means**',
      '- **It matters**',
      '- **Do**',
    ]);
  });

  it.each(rules)('%s: an example, as it is printed', (id) => {
    const lines = [...textOf(id).matchAll(/^```text\n([^]*?)^```$/gm)].flatMap(([, block = '']) =>
      block.trim().split('\n'),
    );
    expect(lines.filter((line) => !/^(\S+:\d+:\d+: )?(error|warning|note): .+ \[[a-z0-9-]+\]$/.test(line))).toEqual([]);
    expect(lines.filter((line) => line.endsWith(`[${id}]`)).length).toBeGreaterThan(0);
  });

  it.each(rules)('%s: the controls of standards that it is about', (id) => {
    expect(textOf(id).match(STANDARDS)?.[0] ?? '').toBe(standardsOf(id));
  });

  it('quotes golden cases word for word', () => {
    const quotations = [...page.matchAll(QUOTATION)];
    for (const [quoted, path = ''] of quotations) expect(quoted).toBe(quotationOf(path));
  });

  it.each(LINT_RULES.map(({ id }) => id))('%s: its example is a golden case', (id) => {
    expect([...textOf(id).matchAll(QUOTATION)].length).toBeGreaterThan(0);
  });
});

/** With `UPDATE_GOLDEN=1` the quotations are written anew first. */
function readPage(): string {
  const text = readFileSync(PAGE, 'utf8');
  if (process.env['UPDATE_GOLDEN'] !== '1') return text;
  const updated = text
    .replace(QUOTATION, (_, path: string) => quotationOf(path))
    .replace(SECTION_HEAD, (_, head: string, id: string) => `${head}${standardsOf(id)}`);
  writeFileSync(PAGE, updated);
  return updated;
}

function quotationOf(path: string): string {
  return `<!-- ${path} -->\n\`\`\`text\n${readFileSync(`${ROOT}${path}`, 'utf8')}\`\`\``;
}

function standardsOf(id: string): string {
  const references = Object.hasOwn(RULES, id) ? referencesOf(id as RuleId) : [];
  return references.length === 0 ? '' : `\n_Standards: ${references.join(', ')}_\n`;
}

interface Section {
  readonly chapter: string;
  readonly id: string;
  readonly text: string;
}

function sectionsOf(text: string): readonly Section[] {
  return text
    .split(/^## /m)
    .slice(1)
    .flatMap((chapter) => {
      const [name = '', ...parts] = chapter.split(/^### /m);
      const title = (name.split('\n')[0] ?? '').toLowerCase();
      return parts.map((part) => ({
        chapter: title,
        id: part.slice(0, part.indexOf('\n')),
        text: part.slice(part.indexOf('\n') + 1),
      }));
    });
}

function textOf(id: string): string {
  return sections.find((section) => section.id === id)?.text ?? '';
}
