import { expect, test } from '@jest/globals';
import type { ComparedCall } from '../../../src/core/seccomp/comparison.js';
import { compared } from '../../../src/report/facts/compared.js';

const REPORT = { source: 'p.json', sha256: null, allowed: null } as const;

function call(name: string, line: number, extent: ComparedCall['extent'] = 'always'): ComparedCall {
  return { name, extent, location: { file: 'p.json', line, column: 1 } };
}

test('passages of a profile, the one that decides most first, and a count of the rest', () => {
  const tighter = [
    call('a', 2),
    call('b', 20),
    call('c', 22, 'conditionally'),
    call('d', 40),
    call('e', 60),
    call('f', 80),
  ];
  expect(compared({ ...REPORT, compared: { looser: [], tighter } })).toEqual([
    "with Docker's current default (since 29.4.2): looser in nothing. Tighter in 6 calls: b and c with some arguments by lines 20 to 22; a by line 2; d by line 40; 2 by further lines",
  ]);
});

test('long passages are cut, and there is nothing to tell without a profile', () => {
  const looser = Array.from({ length: 10 }, (_, index) => call(`call${index}`, 5));
  expect(compared({ ...REPORT, compared: { looser, tighter: [] } })[0]).toContain(
    'call7 and 2 more by line 5. Tighter in nothing',
  );
  expect(compared(REPORT)).toEqual([]);
});
