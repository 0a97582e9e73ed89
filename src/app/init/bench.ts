import { InternalError } from '../../core/errors.js';
import { POLICY_NAME, withRun, type Draft } from '../../core/init/draft.js';
import { compareFindings, type Finding } from '../../core/finding.js';
import { filtersOf } from '../../core/lint/context.js';
import { permissions } from '../../core/seccomp/allowed.js';
import { emitProfile } from '../../core/seccomp/emit.js';
import { fittedProfile } from '../../core/seccomp/fitted-profile.js';
import type { ServiceResult } from '../../core/result.js';
import type { ExerciseResult } from '../../core/smoke/outcome.js';
import { judge, type Verdict } from '../../core/verdict.js';
import type { EngineFacts } from '../../ports.js';
import { checkService, planOf } from '../check-service.js';
import type { ExercisePlan } from '../exercise-plan.js';
import { exerciseRecorded } from '../exercise-recorded.js';
import type { Images } from '../images.js';
import type { JudgedMachine } from '../judged-machine.js';
import { lintSubject } from '../lint-subject.js';
import { joined, load, type LoadedService } from '../load.js';
import type { Stage } from '../stage.js';
import { filesWithDraft } from './drafted-files.js';

/** Where drafts of one policy are tried, as if they were written in its folder. */
export interface Bench {
  readonly stage: Stage;
  readonly folder: string;
  readonly engine: EngineFacts;
  readonly machine: JudgedMachine;
}

/** What `tightfit check` says of a draft. */
export interface CheckedDraft {
  readonly verdict: Verdict;
  readonly result: Omit<ServiceResult, 'verdict'>;
  readonly findings: readonly Finding[];
}

/** Runs a draft's service once, as its policy would have it but for the changes. */
export async function runDraft(bench: Bench, draft: Draft, changes: DraftedRun): Promise<ExerciseResult> {
  const { images, ...plan } = changes;
  const part = await loadDraft(bench, draft);
  return exerciseRecorded(bench.stage, {
    ...planOf({ part, engine: bench.engine }, images, { enforced: null }),
    ...plan,
  });
}

/** The images to run with, and what differs from a check's plan. */
export interface DraftedRun extends Partial<Pick<ExercisePlan, 'pace' | 'beforeStop' | 'afterStop'>> {
  readonly images: Images;
}

/** Checks a draft the way `tightfit check` does. */
export async function checkDraft(bench: Bench, draft: Draft): Promise<CheckedDraft> {
  const { stage, engine, machine } = bench;
  const part = await loadDraft(bench, draft);
  const files = filesWithDraft(stage.world.files, bench.folder, draft);
  const { result, findings } = await checkService(
    { ...stage, world: { ...stage.world, files } },
    { policyFile: policyFileOf(bench), engine, machine, part },
  );
  stage.signal.throwIfAborted();
  return { verdict: judge(findings), result, findings: findings.toSorted(compareFindings) };
}

/** A draft with a profile that lets these calls through, as far as Docker's default does with the draft's capabilities. */
export async function fitDraft(bench: Bench, draft: Draft, { calls, compat }: Fit): Promise<Draft> {
  const part = await loadDraft(bench, withRun(draft, { profile: null }));
  const { dockerDefault: reference } = filtersOf(lintSubject(part, bench.machine, null));
  const permitted = permissions(reference);
  const allowed = [...calls].filter((name) => (permitted.get(name) ?? 'never') !== 'never');
  const profile = fittedProfile({ allowed, reference, beyond: null, facts: [], compat });
  return withRun(draft, { profile: emitProfile(profile) });
}

/** What a profile has to allow. */
export interface Fit {
  readonly calls: ReadonlySet<string>;
  /** Whether the service was seen to run 32-bit programs. */
  readonly compat: boolean;
}

/** Our own policy has no mistakes; where it had, running it would tell nothing. */
async function loadDraft({ stage, folder }: Bench, draft: Draft): Promise<LoadedService> {
  const files = filesWithDraft(stage.world.files, folder, draft);
  const { services, findings } = await load({ files }, joined(folder, POLICY_NAME));
  const [part] = services;
  const mistake = findings.find(({ severity, rule }) => severity === 'error' && rule !== 'no-tests');
  if (part !== undefined && mistake === undefined) return part;
  throw new InternalError(`the drafted policy is refused: ${mistake?.message ?? 'it has no service'}`);
}

function policyFileOf({ folder }: Bench): string {
  return joined(folder, POLICY_NAME);
}
