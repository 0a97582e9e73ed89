import { expect, test } from '@jest/globals';
import type { SyscallReach } from '../../../src/core/fit/syscall-report.js';
import { syscallCells } from '../../../src/report/facts/syscall-cells.js';
import { syscallReport, unseen } from '../../support/sample-fit-report.js';
import { service } from '../../support/sample-results.js';

function factsOf(reach: SyscallReach | null): readonly string[] {
  const groups = syscallCells(service({ syscalls: syscallReport([unseen('mount', 'T3', { reach })]) }), 'amd64');
  return groups.flatMap(({ cells }) => cells).find(({ name }) => name === 'mount')?.facts ?? [];
}

test.each([
  ['never', 'no code of the executed files makes it'],
  ['not-exercised', 'code of the executed files can make it, not exercised in these tests'],
  ['unknown', 'whether code of the executed files makes it cannot be told'],
] as const)('the cell of excess whose reach is %s says so', (reach, fact) => {
  expect(factsOf(reach)).toContain(fact);
});

test('a cell says nothing of code that was not looked at', () => {
  expect(factsOf(null).filter((fact) => fact.includes('code of'))).toEqual([]);
});
