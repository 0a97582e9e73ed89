import { createWorld } from '../../../src/adapters/world.js';
import { judgePolicy } from '../../../src/app/check.js';
import { judgeOne, type PreparedService } from '../../../src/app/check-service.js';
import { exercise } from '../../../src/app/exercise.js';
import type { ExercisePlan } from '../../../src/app/exercise-plan.js';
import { ceilingFilters, ceilingPlan } from '../../../src/app/minimize-ceiling.js';
import type { Stage } from '../../../src/app/stage.js';
import { DOCKER_DEFAULT_CAPABILITIES, type Capability } from '../../../src/core/capability/names.js';
import { permissions } from '../../../src/core/seccomp/allowed.js';
import { emitProfile } from '../../../src/core/seccomp/emit.js';
import { fittedProfile } from '../../../src/core/seccomp/fitted-profile.js';
import { silentLog } from '../../../src/cli/log.js';

/**
 * The way without a plan, for the benchmark only: each of Docker's capabilities and each call its default allows is removed by
 * itself, one after another, with the policy's own timeouts. `plain-way <policy> <sample>` prints how long a random sample took
 * and what that makes for all, as JSON, in milliseconds.
 */
const LIFETIME = 4 * 60 * 60 * 1000;

interface Removal {
  readonly name: string;
  readonly plan: ExercisePlan;
}

function removals(prepared: PreparedService): readonly Removal[] {
  const all: readonly Capability[] = DOCKER_DEFAULT_CAPABILITIES;
  const whole = ceilingPlan(prepared, all);
  const { ceiling, reference } = ceilingFilters(prepared, all);
  const calls = [...permissions(reference)].filter(([, one]) => one !== 'never').map(([name]) => name);
  const without = (name: string): string =>
    emitProfile(
      fittedProfile({
        allowed: calls.filter((one) => one !== name),
        reference,
        beyond: ceiling,
        facts: [],
        compat: false,
      }),
    );
  return [
    ...all.map((name) => ({
      name,
      plan: ceilingPlan(
        prepared,
        all.filter((one) => one !== name),
      ),
    })),
    ...calls.map((name) => ({
      name,
      plan: {
        ...whole,
        confinement: { ...whole.confinement, seccomp: { kind: 'profile', json: without(name) } },
      } as const,
    })),
  ];
}

/** Each equally likely; the generator of Park and Miller, so that a run can be repeated. */
function sampleOf<T>(items: readonly T[], count: number): readonly T[] {
  const left = [...items];
  let state = 20_231_117;
  return Array.from({ length: Math.min(count, items.length) }, () => {
    state = (state * 48_271) % 2_147_483_647;
    return left.splice(state % left.length, 1);
  }).flat();
}

async function measure(stage: Stage, prepared: PreparedService, sample: number): Promise<void> {
  const all = removals(prepared);
  const chosen = sampleOf(all, sample);
  const began = performance.now();
  for (const { plan } of chosen) await exercise(stage, plan);
  const took = performance.now() - began;
  const figures = { grants: all.length, sample: chosen.length, took, all: (took / chosen.length) * all.length };
  process.stdout.write(`${JSON.stringify(figures)}\n`);
}

const [policyFile = '', sample = ''] = process.argv.slice(2);
const world = createWorld(silentLog(), { lifetime: LIFETIME });
await judgePolicy(
  world,
  {
    policyFile,
    services: [],
    timeout: LIFETIME,
    runId: world.host.uniqueName(),
    version: '0.0.0',
    signal: new AbortController().signal,
  },
  {
    mode: 'minimize',
    judgeService: (stage, job) => judgeOne(stage, job, (within, prepared) => measure(within, prepared, Number(sample))),
  },
);
