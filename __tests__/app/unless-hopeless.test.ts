import { describe, expect, it } from '@jest/globals';
import { unlessHopeless } from '../../src/app/unless-hopeless.js';
import type { ProbeSetting } from '../../src/app/probe-context.js';
import type { Differences } from '../../src/app/probe/context.js';
import { settingOf, type Hung } from '../support/hung-service.js';

function waits({ stage, subject }: ProbeSetting, milliseconds: number): Promise<Differences> {
  return stage.world.clock.sleep(milliseconds, subject.signal).then(() => ['it never came']);
}

async function outcome(hung: Hung): Promise<{ differences: Differences; after: number }> {
  const setting = settingOf(hung);
  const { clock } = setting.stage.world;
  const began = clock.now();
  const differences = await unlessHopeless(setting, 'ready', (within) => waits(within, 20_000));
  return { differences, after: clock.now() - began };
}

describe('unlessHopeless', () => {
  it('gives a step up soon after it is late when a call was refused in it', async () => {
    const { differences, after } = await outcome({ refused: ['epoll_wait'], late: 800 });
    expect(differences).toEqual(['no answer within 800 ms']);
    expect(after).toBe(800);
  });

  it('waits to the end when what was refused is not in question', async () => {
    const { differences, after } = await outcome({ refused: ['getpid'], late: 800 });
    expect(differences).toEqual(['it never came']);
    expect(after).toBe(20_000);
  });

  it('waits to the end for a step of which it is not known when it is late', async () => {
    const { differences } = await outcome({ refused: ['epoll_wait'], late: null });
    expect(differences).toEqual(['it never came']);
  });

  it('tells when a step is late, and not of one that is not', async () => {
    const setting = settingOf({ refused: [], late: 800 });
    const { clock } = setting.stage.world;
    const told: number[] = [];
    const { plan } = setting;
    const began = clock.now();
    const hopeless = plan.hopeless && { ...plan.hopeless, onLate: () => told.push(clock.now() - began) };
    const telling = { ...setting, plan: { ...plan, hopeless } };
    await unlessHopeless(telling, 'ready', (within) => waits(within, 700));
    expect(told).toEqual([]);
    await unlessHopeless(telling, 'ready', (within) => waits(within, 900));
    expect(told).toEqual([1500]);
  });
});
