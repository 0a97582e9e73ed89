import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CAPABILITIES, type Capability } from '../../../src/core/capability/names.js';
import {
  nextCapabilityTrial,
  recordCapabilityTrial,
  startCapabilityTrials,
} from '../../../src/core/fit/capability-trials.js';

type Works = (held: readonly Capability[]) => boolean;

function search(granted: readonly Capability[], works: Works): { unneeded: readonly Capability[]; runs: number } {
  let state = startCapabilityTrials(granted);
  let runs = 0;
  for (let next = nextCapabilityTrial(state); next !== null; next = nextCapabilityTrial(state)) {
    runs += 1;
    state = recordCapabilityTrial(state, { works: works(next.kept) });
  }
  return { unneeded: state.unneeded, runs };
}

describe('the search for capabilities that are not needed', () => {
  it('needs one run when nothing is needed', () => {
    expect(search(['CHOWN', 'SETUID'], () => true)).toEqual({ unneeded: ['CHOWN', 'SETUID'], runs: 1 });
  });

  it('needs no run when nothing is granted', () => {
    expect(search([], () => false)).toEqual({ unneeded: [], runs: 0 });
  });

  it('needs one run for a single capability that is needed', () => {
    expect(search(['SETUID'], (held) => held.includes('SETUID'))).toEqual({ unneeded: [], runs: 1 });
  });

  it('never drops both of two that can stand in for each other', () => {
    const works: Works = (held) => held.includes('DAC_OVERRIDE') || held.includes('DAC_READ_SEARCH');
    expect(search(['DAC_OVERRIDE', 'DAC_READ_SEARCH', 'KILL'], works).unneeded).toEqual(['DAC_OVERRIDE', 'KILL']);
  });

  it('always ends, within one run more than there are capabilities, with a set that works and has nothing to spare', () => {
    const clauses = fc.array(fc.subarray([...CAPABILITIES.slice(0, 12)], { minLength: 1 }), { maxLength: 5 });
    fc.assert(
      fc.property(clauses, fc.subarray([...CAPABILITIES.slice(0, 12)]), (needs, extra) => {
        const works: Works = (held) => needs.every((clause) => clause.some((name) => held.includes(name)));
        const granted = [...new Set([...needs.flat(), ...extra])];
        const { unneeded, runs } = search(granted, works);
        const kept = granted.filter((name) => !unneeded.includes(name));
        expect(runs).toBeLessThanOrEqual(granted.length + 1);
        expect(works(kept)).toBe(true);
        for (const name of kept) expect(works(kept.filter((other) => other !== name))).toBe(false);
      }),
    );
  });
});
