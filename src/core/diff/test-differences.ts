import type { Service, Test } from '../policy/policy.js';
import type { Change, Sides } from './difference.js';
import { membership, scaled } from './scale.js';
import { demandsOf, isImplied, type Demand } from './test-demands.js';

/** What is tested less (looser) and what is tested more (tighter). A test is the one of the same name. */
export function testDifferences({ before, after }: Sides<Service>): readonly Change[] {
  const kept = after.tests.flatMap((test) => {
    const earlier = before.tests.find(({ name }) => name === test.name);
    return earlier === undefined ? [] : changesOfTest({ before: earlier, after: test });
  });
  const tests = membership({
    aspect: 'test',
    before: before.tests.map(nameOf),
    after: after.tests.map(nameOf),
    gained: 'tighter',
    absent: 'no such test',
    present: 'a test',
  });
  return [...tests, ...kept, ...stopDifference({ before, after })];
}

function nameOf({ name }: Test): string {
  return name;
}

function changesOfTest({ before, after }: Sides<Test>): readonly Change[] {
  const [old, now] = [demandsOf(before.probe), demandsOf(after.probe)];
  const lost = old.filter((demand) => !isImplied(demand, now));
  const gained = now.filter((demand) => !isImplied(demand, old));
  const words = { aspect: 'test' as const, name: after.name };
  return [
    ...lost.map((demand) => ({ direction: 'looser' as const, ...words, before: sayDemand(demand), after: NOT_ASKED })),
    ...gained.map((demand) => ({
      direction: 'tighter' as const,
      ...words,
      before: NOT_ASKED,
      after: sayDemand(demand),
    })),
    ...patience({ before, after }),
  ];
}

const NOT_ASKED = 'not asked for';

function sayDemand({ what, value }: Demand): string {
  return `${what} ${JSON.stringify(value)}`;
}

/** A test that waits longer or tries more often passes where it failed. */
function patience({ before, after }: Sides<Test>): readonly Change[] {
  const one = (what: string, pick: (test: Test) => number, unit: string): readonly Change[] =>
    scaled(
      {
        aspect: 'test',
        name: `${after.name}: ${what}`,
        before: pick(before),
        after: pick(after),
        say: (value) => `${value}${unit}`,
      },
      (value) => value,
    );
  return [...one('timeout', ({ timeout }) => timeout, ' ms'), ...one('retries', ({ retries }) => retries, '')];
}

/** Stopping in time is a test that every service has. */
function stopDifference({ before, after }: Sides<Service>): readonly Change[] {
  const option = {
    aspect: 'test' as const,
    name: 'stop_grace_period',
    before: before.run.stopGracePeriod,
    after: after.run.stopGracePeriod,
    say: (value: number) => `${value} ms`,
  };
  return scaled(option, (value) => value);
}
