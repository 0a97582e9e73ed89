import { describe, expect, it } from '@jest/globals';
import { sweepAbandoned, sweepRun } from '../../src/app/sweep.js';
import type { LabelledResource } from '../../src/ports.js';
import { fakeWorld, type FakeWorld } from '../support/fake-world.js';

/** Virtual time begins on 1 January 2026. */
const LATER = String(Date.UTC(2026, 5, 1) / 1000);
const EARLIER = String(Date.UTC(2025, 5, 1) / 1000);

function left(id: string, labels: Readonly<Record<string, string>>): LabelledResource {
  return { kind: 'container', id, labels: { 'tightfit.run': id, ...labels } };
}

function worldWith(leftovers: readonly LabelledResource[]): FakeWorld {
  return fakeWorld({ files: {}, behave: () => ({}), leftovers, aliveOwners: [1] });
}

describe('sweepAbandoned', () => {
  it.each([
    ['expired', { 'tightfit.expires': EARLIER, 'tightfit.owner': '1@boot' }, true],
    ['of a process that is gone', { 'tightfit.expires': LATER, 'tightfit.owner': '2@boot' }, true],
    ['of a process that lives', { 'tightfit.expires': LATER, 'tightfit.owner': '1@boot' }, false],
    ['of another machine', { 'tightfit.expires': LATER, 'tightfit.owner': '2@other' }, false],
    ['without labels that say more', {}, true],
    ['with a senseless owner', { 'tightfit.expires': LATER, 'tightfit.owner': 'x' }, false],
  ])('decides about what is %s', async (_, labels, removed) => {
    const world = worldWith([left('a', labels)]);
    expect(await sweepAbandoned(world)).toBe(removed ? 1 : 0);
    expect(world.present.has('a')).toBe(!removed);
  });

  it('removes containers before the networks they hold', async () => {
    const order: string[] = [];
    const network: LabelledResource = { ...left('n', {}), kind: 'network' };
    const world = worldWith([network, left('c', {})]);
    const engine = { ...world.engine, remove: ({ id }: { id: string }) => Promise.resolve(void order.push(id)) };
    await sweepAbandoned({ ...world, engine });
    expect(order).toEqual(['c', 'n']);
  });
});

describe('sweepRun', () => {
  it('removes what one run made, alive or not, and nothing else', async () => {
    const labels = { 'tightfit.expires': LATER, 'tightfit.owner': '1@boot' };
    const world = worldWith([left('mine', labels), left('other', labels)]);
    expect(await sweepRun(world, 'mine')).toBe(1);
    expect([...world.present.keys()]).toEqual(['other']);
  });
});
