import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import type { Finding } from '../../../src/core/finding.js';
import { applyEdits } from '../../../src/core/edit/text-edit.js';
import type { FilePosition } from '../../../src/core/fix.js';
import { lintService } from '../../../src/core/lint/lint.js';
import { serviceOfProfile } from '../../../src/core/lint/profile-alone.js';
import { parseProfile } from '../../../src/core/seccomp/parse-profile.js';
import { ENVIRONMENT } from '../../support/lint-folder.js';

const GOLDEN = fileURLToPath(new URL('../../golden/', import.meta.url));
const PROFILES = readdirSync(GOLDEN)
  .filter((name) => name.startsWith('lint-') && readdirSync(`${GOLDEN}${name}`).includes('profile.json'))
  .map((name) => [name, readFileSync(`${GOLDEN}${name}/profile.json`, 'utf8')] as const);

function lint(text: string): readonly Finding[] {
  const { profile, findings } = parseProfile('profile.json', text);
  const alone = serviceOfProfile('profile.json');
  const service = { ...alone, run: { ...alone.run, noNewPrivileges: true } };
  const subject = { service, profile, dockerfile: null, imageUser: null, environment: ENVIRONMENT };
  return profile === null ? findings : [...findings, ...lintService(subject)];
}

const FIXABLE = PROFILES.flatMap(([name, text]) =>
  lint(text).flatMap((finding) =>
    finding.fix !== undefined && finding.fix.edits.length > 0
      ? [{ name, text, finding, edits: finding.fix.edits }]
      : [],
  ),
);

describe('a mechanical fix', () => {
  it('is there for many rules', () => {
    const rules = new Set(FIXABLE.map(({ finding }) => finding.rule));
    expect([...rules].sort()).toEqual(
      expect.arrayContaining([
        'duplicate-syscall',
        'legacy-name',
        'missing-clone3-enosys',
        'missing-exit',
        'missing-modern-call',
        'missing-runtime-floor',
        'profile-invalid',
        'rule-equals-default',
        'unknown-syscall',
      ]),
    );
  });

  it.each(FIXABLE.map((one) => [`${one.name}: ${one.finding.message.slice(0, 60)}`, one] as const))(
    '%s',
    (_, { text, finding, edits }) => {
      const inText = edits.map(({ start, end, text: inserted }) => ({
        start: offsetOf(text, start),
        end: offsetOf(text, end),
        text: inserted,
      }));
      const repaired = applyEdits(text, inText);
      expect(() => JSON.parse(repaired) as unknown).not.toThrow();
      const left = lint(repaired).map(({ rule, message }) => `${rule} ${message}`);
      expect(left).not.toContain(`${finding.rule} ${finding.message}`);
    },
  );
});

function offsetOf(text: string, { line, column }: FilePosition): number {
  const before = text.split('\n').slice(0, line - 1);
  return before.reduce((sum, one) => sum + one.length + 1, 0) + column - 1;
}
