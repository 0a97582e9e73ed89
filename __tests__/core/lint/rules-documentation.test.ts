import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { LINT_RULES } from '../../../src/core/lint/lint.js';
import { RULES, type Rule } from '../../../src/core/rules.js';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const PAGE = `${ROOT}docs/rules.md`;

/** A code block that is a file of the repository, word for word. */
const QUOTATION = /<!-- (\S+) -->\n```text\n(?:(?!```).*\n)*```/g;

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
  const updated = text.replace(QUOTATION, (_, path: string) => quotationOf(path));
  writeFileSync(PAGE, updated);
  return updated;
}

function quotationOf(path: string): string {
  return `<!-- ${path} -->\n\`\`\`text\n${readFileSync(`${ROOT}${path}`, 'utf8')}\`\`\``;
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
