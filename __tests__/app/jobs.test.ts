import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { check } from '../../src/app/check.js';
import { jobsOption, shardOption } from '../../src/app/part-options.js';
import { UsageError } from '../../src/core/errors.js';
import type { CheckResult } from '../../src/core/result.js';
import type { Engine } from '../../src/ports.js';
import type { FakeWorld } from '../support/fake-world.js';
import { policyOf, requestFor, SERVICES, severalServices } from '../support/several-services.js';

/** What differs from run to run by nature: services side by side make each other wait. */
function withoutTimes(result: CheckResult): unknown {
  return JSON.parse(JSON.stringify(result, (key, value: unknown) => (key === 'duration' ? 0 : value)));
}

/** A world that counts the containers there are at a time. */
function counting(world: FakeWorld): { readonly world: FakeWorld; readonly most: () => number } {
  let most = 0;
  const createContainer: Engine['createContainer'] = async (spec) => {
    const id = await world.engine.createContainer(spec);
    most = Math.max(most, [...world.present.values()].filter(({ kind }) => kind === 'container').length);
    return id;
  };
  return { world: { ...world, engine: { ...world.engine, createContainer } }, most: () => most };
}

describe('services side by side', () => {
  it('give the findings that they give one after another, whatever they are and however many at a time', async () => {
    const kinds = fc.constantFrom(...Object.entries(SERVICES));
    const policies = fc.uniqueArray(kinds, { minLength: 1, maxLength: 5, selector: ([name]) => name });
    await fc.assert(
      fc.asyncProperty(policies, fc.integer({ min: 2, max: 8 }), async (services, jobs) => {
        const files = { 'tightfit.yml': policyOf(Object.fromEntries(services)) };
        const alone = await check(severalServices({ files }), requestFor());
        const together = severalServices({ files });
        expect(withoutTimes(await check(together, requestFor({ jobs })))).toEqual(withoutTimes(alone));
        expect(together.present.size).toBe(0);
      }),
      { numRuns: 15 },
    );
  });

  it.each([
    [1, 1],
    [2, 2],
    [8, 5],
  ])('are as many as were asked for: with %d, %d', async (jobs, expected) => {
    const { world, most } = counting(severalServices());
    await check(world, requestFor({ jobs }));
    expect(most()).toBe(expected);
  });

  it('say of every line of the log whose it is', async () => {
    const world = severalServices();
    await check(world, requestFor({ jobs: 2 }));
    const start = world.lines.indexOf('# 5 services, 2 side by side');
    const names = Object.keys(SERVICES);
    const strange = world.lines
      .slice(start + 1)
      .filter((line) => !names.some((name) => line.replace(/^[~.] /, '').startsWith(`${name}: `)));
    expect([start > 0, strange]).toEqual([true, []]);
  });

  it('are cleaned up when the run is cancelled, and none is begun any more', async () => {
    const cancelling = new AbortController();
    const world = severalServices({
      behave: ({ alias }) => {
        if (alias === 'loose') cancelling.abort(new DOMException('enough', 'AbortError'));
        return { tcp: { connected: false, reason: 'connection refused' } };
      },
    });
    const result = await check(world, requestFor({ jobs: 2, signal: cancelling.signal }));
    expect([result.verdict, result.findings.some(({ rule }) => rule === 'cancelled')]).toEqual(['unjudged', true]);
    expect([...new Set(world.created.map(({ alias }) => alias))]).toEqual(['tight', 'loose']);
    expect(world.present.size).toBe(0);
  });

  it('are cleaned up when we make a mistake, which is not hidden', async () => {
    const world = severalServices();
    const mistaken: Engine['createContainer'] = (spec) =>
      spec.alias === 'loose' ? Promise.reject(new RangeError('ours')) : world.engine.createContainer(spec);
    const broken = { ...world, engine: { ...world.engine, createContainer: mistaken } };
    await expect(check(broken, requestFor({ jobs: 3 }))).rejects.toThrow('ours');
    expect(world.present.size).toBe(0);
    expect(world.created.some(({ alias }) => alias === 'flaky')).toBe(false);
  });
});

describe('the options', () => {
  it('jobs is a number that the recorder can follow, or as many as there are cores', () => {
    expect([jobsOption('--jobs', '3', 2), jobsOption('--jobs', 'auto', 2), jobsOption('--jobs', 'auto', 64)]).toEqual([
      3, 2, 8,
    ]);
  });

  it.each(['0', '9', '-1', '1.5', '', 'all'])('jobs is not %j', (text) => {
    expect(() => jobsOption('--jobs', text, 2)).toThrow(
      new UsageError(`--jobs: "${text}" is no whole number from 1 to 8, nor auto, as many as there are cores.`),
    );
  });

  it('shard is a part of so many', () => {
    expect(shardOption('shard', '2/5')).toEqual({ index: 2, count: 5 });
    expect(() => shardOption('shard', '6/5')).toThrow(
      new UsageError('shard: "6/5" is no shard. Expected for example 2/5, at most 256 of them.'),
    );
  });
});
