import { describe, expect, it } from '@jest/globals';
import { observeSurroundings } from '../../src/app/observe-surroundings.js';
import type { Track } from '../../src/app/track.js';
import type { SurroundingsFacts } from '../../src/core/smoke/surroundings.js';
import type { Host } from '../../src/ports.js';
import { fakeWorld } from '../support/fake-world.js';
import { sampleMember, sampleSurroundings } from '../support/sample-surroundings.js';

const ALL = sampleSurroundings();
const PARTLY = sampleSurroundings({ processes: [sampleMember({ namespaces: null })] });

/** What is seen in one look after the other, by this user and by the recorder. */
async function seen(own: readonly (SurroundingsFacts | null)[], root: SurroundingsFacts | null): Promise<unknown> {
  const looks = [...own];
  const asked: string[] = [];
  const { host: fake } = fakeWorld({ files: {}, behave: () => ({}) });
  const host: Host = { ...fake, surroundings: () => Promise.resolve(looks.shift() ?? null) };
  const track: Track = {
    follow: () => Promise.resolve(),
    mark: () => Promise.resolve(),
    refusedInStep: () => Promise.resolve([]),
    seccomp: () => Promise.resolve(null),
    end: () => Promise.resolve({ record: null, unrecorded: null }),
    surroundings: (container, initPid) => {
      asked.push(`${container} ${initPid}`);
      return Promise.resolve(root);
    },
  };
  const observer = observeSurroundings(host, { container: 'c', initPid: 7, track });
  while (looks.length > 0) await observer.look();
  return { seen: observer.seen(), asked };
}

describe('observeSurroundings', () => {
  it('asks nobody when this user may read all', async () => {
    expect(await seen([ALL], PARTLY)).toEqual({ seen: ALL, asked: [] });
  });

  it('asks the recorder, which is root, for what this user may not read', async () => {
    expect(await seen([PARTLY], ALL)).toEqual({ seen: ALL, asked: ['c 7'] });
  });

  it('keeps what this user may read when there is no recorder', async () => {
    expect(await seen([PARTLY], null)).toEqual({ seen: PARTLY, asked: ['c 7'] });
  });

  it('keeps what it saw when the container has ended since', async () => {
    expect(await seen([ALL, null], null)).toMatchObject({ seen: ALL });
    expect(await seen([null], null)).toMatchObject({ seen: null });
  });

  it('puts several looks together', async () => {
    const later = sampleSurroundings({
      processes: [sampleMember(), sampleMember({ pid: 101, lineage: 'serve > worker' })],
      limits: { ...ALL.limits, pids: 'unlimited' },
    });
    expect(await seen([ALL, later], null)).toMatchObject({ seen: later });
  });
});
