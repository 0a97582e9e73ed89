import { describe, expect, test } from '@jest/globals';
import { joinRecords } from '../../../src/core/trace/join-records.js';
import { check, fact, refusal, sampleRecord, use } from '../../support/sample-record.js';

const COMPLETE = { complete: true, reasons: [] };
const LOST = { complete: false, reasons: ['12 events were lost'] };

describe('joined records', () => {
  test.each([
    ['both', COMPLETE, COMPLETE, COMPLETE],
    ['only the first', COMPLETE, LOST, LOST],
    ['only the second', LOST, COMPLETE, LOST],
    ['neither', LOST, LOST, LOST],
  ])('are complete only when %s of two is', (_, one, other, expected) => {
    const joined = joinRecords([sampleRecord({ completeness: one }), sampleRecord({ completeness: other })]);
    expect(joined?.completeness).toEqual(expected);
  });

  test('keep what each run used, was refused, asked for and executed', () => {
    const joined = joinRecords([
      sampleRecord({ used: [use('read')], refused: [refusal('ptrace')], capabilities: [check('CHOWN')] }),
      sampleRecord({ used: [use('write')], refused: [refusal('mount')], capabilities: [check('KILL')] }),
    ]);
    expect(joined?.used.map(({ syscall }) => syscall)).toEqual(['read', 'write']);
    expect(joined?.refused.map(({ syscall }) => syscall)).toEqual(['ptrace', 'mount']);
    expect(joined?.capabilities.map(({ capability }) => capability)).toEqual(['CHOWN', 'KILL']);
  });

  test('leave out as narrowed only what both left out, and as thinned what either thinned', () => {
    const joined = joinRecords([
      sampleRecord({ narrowed: ['read', 'write'], thinned: ['poll'] }),
      sampleRecord({ narrowed: ['write', 'close'], thinned: ['poll', 'futex'] }),
    ]);
    expect(joined?.narrowed).toEqual(['write']);
    expect(joined?.thinned).toEqual(['poll', 'futex']);
  });

  test('add up the values of an argument, which are complete only when both are', () => {
    const joined = joinRecords([
      sampleRecord({ facts: [fact('socket', [1, 2])] }),
      sampleRecord({ facts: [fact('socket', [2, 10], { complete: false }), fact('clone', [0])] }),
    ]);
    expect(joined?.facts).toEqual([
      {
        ...fact('socket', []),
        complete: false,
        values: [
          { value: 1, count: 1 },
          { value: 2, count: 2 },
          { value: 10, count: 1 },
        ],
      },
      fact('clone', [0]),
    ]);
  });

  test('are none when one run was not recorded, or when there was no run', () => {
    expect(joinRecords([sampleRecord(), null])).toBeNull();
    expect(joinRecords([null, sampleRecord()])).toBeNull();
    expect(joinRecords([])).toBeNull();
  });
});
