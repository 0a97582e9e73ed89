import type { MinimizeProblem, TrialEffect } from '../core/fit/minimize-state.js';
import type { PrivilegeGain } from '../core/fit/privilege.js';
import { syscallDemand } from '../core/fit/demand.js';
import { syscallRisk } from '../core/seccomp/risk.js';
import { failedStep, type ExerciseResult } from '../core/smoke/outcome.js';

export function effectOf({
  result,
  gains,
  without,
}: {
  result: ExerciseResult;
  gains: readonly PrivilegeGain[];
  without: readonly string[];
}): TrialEffect {
  const step = failedStep(result);
  const refused = (result.record?.refused ?? []).filter(({ syscall }) => syscall !== null && without.includes(syscall));
  const effects = { start: 'will-not-start', ready: 'not-ready', test: 'test-fails', stop: 'stops-uncleanly' } as const;
  return {
    effect: step !== null ? effects[step.kind] : gains.length > 0 ? 'more-privileged' : 'works',
    step: step?.name ?? '',
    message: step?.difference ?? gains[0]?.gains.join(' and ') ?? '',
    program: refused[0]?.program ?? '',
    refused: [...new Set(refused.map(({ syscall }) => syscall ?? ''))],
  };
}
export function stubProblem(
  seen: readonly string[],
  frozen: readonly string[],
  rest: { unseen: readonly string[]; recorded: boolean; repeats: number; tryFrozen: boolean; seed: number },
): MinimizeProblem {
  void syscallRisk;
  return {
    candidates: seen
      .filter((n) => !frozen.includes(n))
      .map((name) => {
        const { callers, dependants } = syscallDemand(name);
        return {
          name,
          likelihood: callers === 0 ? 0.5 : Math.min(0.95, Math.max(0.05, dependants / callers)),
          weight: 1,
        };
      })
      .sort((a, b) => a.likelihood - b.likelihood),
    frozen: frozen.filter((n) => seen.includes(n)),
    unseen: rest.unseen,
    recorded: rest.recorded,
    repeats: rest.repeats,
    tryFrozen: rest.tryFrozen,
    lanes: 2,
    emptyFirst: false,
    certainty: 'implied',
    seed: rest.seed,
  };
}
export function stubProfile(allowed: readonly string[]): string {
  return JSON.stringify({
    defaultAction: 'SCMP_ACT_ERRNO',
    architectures: ['SCMP_ARCH_X86_64'],
    syscalls: [
      { names: allowed.filter((n) => n !== 'clone3'), action: 'SCMP_ACT_ALLOW' },
      { names: ['clone3'], action: 'SCMP_ACT_ERRNO', errnoRet: 38 },
    ],
  });
}
