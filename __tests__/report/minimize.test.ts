import { describe, expect, test } from '@jest/globals';
import { proposalFiles } from '../../src/report/facts/proposal.js';
import { summary } from '../../src/report/summary.js';
import { PLAIN } from '../../src/report/terminal/look.js';
import { columns } from '../../src/report/terminal/wrap.js';
import { text } from '../../src/report/text.js';
import { result } from '../support/sample-results.js';
import { breakRow, minimized, minimizeReport } from '../support/sample-minimize.js';

const { proposal } = minimizeReport();

function printed(changes: Parameters<typeof minimized>[0], width = 80): string {
  return text(minimized(changes), { palette: PLAIN, width });
}

/** Every grant that a line of the table is about. */
function grants(report: string): readonly string[] {
  return [...report.matchAll(/^ {2}(\w+)(?: \*)? {2,}(?:will not|starts|accepts|works)/gm)].map(
    ([, name = '']) => name,
  );
}

describe('what breaks without a grant', () => {
  test('is told worst first, capabilities before syscalls, needed before what is never removed', () => {
    expect(grants(printed({}))).toEqual(['SETGID', 'SETUID', 'mmap', 'accept', 'getcwd', 'kill', 'geteuid', 'fstatfs']);
  });

  test.each([60, 80, 109, 110, 200])('fits %d columns', (width) => {
    const lines = printed({}, width).split('\n');
    const ours = lines.filter((line) => !/^\s+\| |: note: /.test(line));
    expect(ours.filter((line) => columns(line) > width)).toEqual([]);
  });

  test('is folded in the summary where it is long, and cut where it is endless', () => {
    const rows = (count: number): ReturnType<typeof breakRow>[] =>
      Array.from({ length: count }, (_, index) => breakRow(`call_${index}`, { message: 'm'.repeat(400) }));
    expect(summary(minimized({ rows: rows(40) }))).not.toContain('Every grant');
    expect(summary(minimized({ rows: rows(41) }))).toContain('<details><summary>Every grant</summary>\n\n| Without |');
    const endless = summary(minimized({ rows: rows(5000) }));
    expect(endless).toMatch(/\| and \d+ more \|/);
    expect(endless.length).toBeLessThan(900_000);
  });

  test('names the grant itself first among what was refused, and few others', () => {
    const row = breakRow('getcwd', { refused: ['brk', 'getpid', 'getcwdx', 'getcwd (ENOSYS)', 'lseek'] });
    expect(printed({ rows: [row] }, 400)).toContain('smbd: getcwd (ENOSYS), brk, getpid, 2 more');
  });

  test('stands under a headline that says what is needed, and no service counts as not run', () => {
    const [service] = minimized().services;
    const services = service === undefined ? [] : [{ ...service, declared: null }];
    const shown = text({ ...minimized(), services }, { palette: PLAIN, width: 200 });
    expect(shown).toContain(
      'Needs SETGID and SETUID of 4 capabilities and 8 of 305 syscalls in these tests, as 118 runs showed.',
    );
    expect(shown).not.toContain('not run');
    expect(summary({ ...minimized(), services })).not.toContain('not run');
  });

  test('is not shown by a check', () => {
    expect(text(result(), { palette: PLAIN, width: 80 })).not.toContain('What breaks');
    expect(summary(result())).not.toContain('Minimized');
  });
});

describe('how sure it is', () => {
  test.each([
    [
      20,
      0,
      0.15,
      '20 more runs with the needed set, none failed: with 95 % confidence it fails in at most 15 % of runs',
    ],
    [1, 0, 1, '1 more run with the needed set, none failed: with 95 % confidence it fails in at most 100 % of runs'],
    [7, 0, 3 / 7, 'at most 42.9 % of runs'],
    [0, 0, null, 'the needed set was not run again, so that it may fail now and then'],
  ])('after %d repeats and %d failures', (repeats, failures, failureBound, expected) => {
    const confirmation = { repeats, failures, privilegeRegressions: 0, failureBound };
    expect(printed({ confirmation }, 200)).toContain(expected);
  });

  test('is said to rest on trials alone without a record', () => {
    expect(printed({ recorded: false }, 200)).toContain('The kernel was not recorded');
    expect(printed({ recorded: true }, 200)).not.toContain('The kernel was not recorded');
  });
});

describe('a proposal', () => {
  test('is a file for each profile and one for the patch', () => {
    expect(proposalFiles(minimized())).toEqual([
      { name: 'samba.used.json', text: proposal.usedProfile },
      { name: 'samba.needed.json', text: proposal.neededProfile },
      { name: 'samba.policy.patch', text: proposal.policyPatch },
    ]);
    expect(proposalFiles(result())).toEqual([]);
  });

  test.each([[''], [null]])('has no patch to write when that is %j', (policyPatch) => {
    const files = proposalFiles(minimized({ proposal: { ...proposal, policyPatch } }));
    expect(files.map(({ name }) => name)).toEqual(['samba.used.json', 'samba.needed.json']);
  });

  test('says when the policy fits already', () => {
    expect(printed({ proposal: { ...proposal, policyPatch: '' } }, 400)).toContain(
      'The policy itself says so already.',
    );
  });

  test('quotes flags for a shell', () => {
    expect(printed({}, 200)).toContain(String.raw`--cap-add=SETUID '--env=MOTTO=it'\''s $HOME' --read-only`);
  });
});
