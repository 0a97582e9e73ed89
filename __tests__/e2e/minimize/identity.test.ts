import { afterAll, describe, expect, it } from '@jest/globals';
import { createWorld } from '../../../src/adapters/world.js';
import { judgePolicy } from '../../../src/app/check.js';
import { judgeOne, type PreparedService } from '../../../src/app/check-service.js';
import { runBaseline } from '../../../src/app/minimize-baseline.js';
import { ceilingPlan } from '../../../src/app/minimize-ceiling.js';
import { syscallGround, syscallSearch } from '../../../src/app/minimize-syscalls.js';
import { tryWithout } from '../../../src/app/minimize-trial.js';
import type { Stage } from '../../../src/app/stage.js';
import { silentLog } from '../../../src/cli/log.js';
import { UsageError } from '../../../src/core/errors.js';
import type { TrialOutcome } from '../../../src/core/fit/minimize-state.js';
import { leftovers } from '../../support/leftovers.js';

/** nginx makes and gives away folders as root, and drops its privileges. */
const CAPABILITIES = ['CHOWN', 'SETGID', 'SETUID'] as const;

afterAll(() => {
  expect(leftovers()).toEqual([]);
});

/** One trial without some calls, by hand, of the nginx that starts as root. */
async function trialWithout(names: readonly string[]): Promise<TrialOutcome> {
  const world = createWorld(silentLog(), { lifetime: 60_000 });
  const outcomes: TrialOutcome[] = [];
  const work = async (stage: Stage, prepared: PreparedService): Promise<void> => {
    const baseline = await runBaseline(stage, ceilingPlan(prepared, CAPABILITIES), 1);
    if ('failed' in baseline) throw new UsageError('the baseline failed');
    const settings = { jobs: 1, repeats: 0, tryFrozen: false, seed: 0, resume: false, journal: null };
    const search = syscallSearch(prepared, { baseline, needed: CAPABILITIES }, settings);
    const request = { id: 'by hand', purpose: 'single', without: names, suspects: names } as const;
    outcomes.push(await tryWithout(stage, syscallGround(baseline, search), request));
  };
  const request = {
    policyFile: '__tests__/e2e/minimize/root-nginx/tightfit.yml',
    services: [],
    timeout: 120_000,
    runId: world.host.uniqueName(),
    version: '0.0.0',
    signal: new AbortController().signal,
  };
  const { findings } = await judgePolicy(world, request, {
    mode: 'minimize',
    judgeService: (stage, job) => judgeOne(stage, job, work),
  });
  const [outcome] = outcomes;
  if (outcome === undefined) throw new UsageError(findings.map(({ message }) => message).join('; '));
  return outcome;
}

describe('a service that cannot learn who it is', () => {
  it('passes its test without geteuid and is rejected, because its worker stays root', async () => {
    const { works, privilege, effect } = await trialWithout(['geteuid']);
    expect(works).toBe(true);
    expect(privilege).toBe('more');
    expect(effect.effect).toBe('more-privileged');
    expect(effect.message).toContain('runs as uid 0, there as 33');
  });

  it('is no more privileged when nothing is left out', async () => {
    const { works, privilege } = await trialWithout([]);
    expect(works).toBe(true);
    expect(privilege).toBe('same');
  });
});
