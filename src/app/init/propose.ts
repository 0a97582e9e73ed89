import { commonFloor, IDENTITY_GETTERS } from '../../core/fit/runtime-floor.js';
import { DEFAULT_RUNTIMES } from '../../core/fit/runtime-range.js';
import { callsSeen } from '../../core/init/calls-seen.js';
import { remarked, type Draft } from '../../core/init/draft.js';
import { measuredDraft, type Evidence } from '../../core/init/measured-draft.js';
import { staticDraft, type DraftSubject } from '../../core/init/static-draft.js';
import { writablePaths } from '../../core/init/writable-paths.js';
import { oneLine } from '../../core/init/yaml-text.js';
import type { ExerciseResult } from '../../core/smoke/outcome.js';
import type { Images } from '../images.js';
import type { Bench, CheckedDraft, Fit } from './bench.js';
import { discover, type Discovery } from './discover.js';
import { failureOf, settle } from './settle.js';
import { verify, worksIn, type Verified } from './verify.js';

/** A draft and what checking it said; `null` when it never came to that. */
export interface Proposed {
  readonly draft: Draft;
  readonly checked: CheckedDraft | null;
  /** What the reader has to know before using it, as the draft says it too; empty when there is nothing. */
  readonly note: string;
}

/** Runs a service to see what it does, and proposes the tightest policy that it was then seen to work under. */
export async function propose(bench: Bench, subject: DraftSubject, images: Images): Promise<Proposed> {
  const { log } = bench.stage.world;
  log.phase(`run ${subject.service}`);
  log.info('run under engine defaults to see what it does');
  const discovery = await discover(bench, subject, images);
  const { result } = discovery;
  if (!result.works) {
    return unworkable(subject, `failed under the engine's defaults: ${failureOf(result)}${lastWords(result)}`);
  }
  const evidence = evidenceOf(subject, discovery);
  const settled = await settle(bench, measuredDraft(subject, evidence), {
    images,
    paths: evidence.paths,
    settling: discovery.settling,
  });
  if (settled === null) return unworkable(subject, "did not pass these tests, under the engine's defaults neither");
  const fit = profileFit(bench, settled.draft, [result, settled.result]);
  return concluded(await verify(bench, settled.draft, fit));
}

/** The last line that a container wrote usually says why it ended. */
function lastWords({ log }: ExerciseResult): string {
  const line = oneLine(log.trimEnd().split('\n').at(-1) ?? '', 160);
  return line === '' ? '' : `; it last wrote: ${line}`;
}

function unworkable(subject: DraftSubject, fact: string): Proposed {
  const note = `The service was run and ${fact}. So the policy is a guess made of what the image says.`;
  return { draft: staticDraft(subject, note), checked: null, note };
}

function evidenceOf({ facts }: DraftSubject, { result, seen, peaks, written }: Discovery): Evidence {
  const { record, unrecorded, processes, log } = result;
  return {
    record,
    unrecorded: record === null ? (unrecorded?.reason ?? 'nothing was recorded') : '',
    processes,
    paths: writablePaths(written, facts.volumes),
    peaks,
    seen,
    log,
  };
}

/** A thread that is refused its end takes a whole processor, and few tests end one. */
const ENDINGS = ['exit', 'exit_group'];

/** What a fitted profile has to allow; `null` when the runs were not recorded. */
function profileFit({ engine }: Bench, draft: Draft, runs: readonly ExerciseResult[]): Fit | null {
  const records = runs.map(({ record }) => record);
  if (records.includes(null)) return null;
  const { noNewPrivileges } = draft.run;
  const floor = commonFloor({ engine: engine.runtime, runtimes: DEFAULT_RUNTIMES, noNewPrivileges });
  const compat = records.some((record) => record?.blindSpots.some(({ kind }) => kind === 'compat') === true);
  return { calls: new Set([...callsSeen(records), ...floor.calls, ...IDENTITY_GETTERS, ...ENDINGS]), compat };
}

/** Says in the draft what checking it showed. */
function concluded(verified: Verified): Proposed {
  const { draft, checked } = verified;
  const remark = verdictRemark(verified);
  const said = remarked(draft, 'service', remark);
  const profile = draft.run.profile === null ? said : remarked(said, 'security', PROFILE_REMARK);
  return {
    draft: remarked(profile, 'capabilities', capabilityRemark(verified)),
    checked,
    note: worksIn(verified) ? '' : remark,
  };
}

const PROFILE_REMARK =
  'The profile allows the calls that were seen in these runs and those that the container runtime needs. When you add tests, let tightfit minimize write it anew.';

function verdictRemark(verified: Verified): string {
  const { verdict, result } = verified.checked;
  const looseness = result.looseness === null ? '' : `, looseness ${result.looseness}`;
  const failed = result.declared === null || result.declared.works ? '' : ` (${failureOf(result.declared)})`;
  return worksIn(verified)
    ? `Checked with the tests below: ${verdict}${looseness}.`
    : `Checked with the tests below, and it did not work: ${verdict}${failed}. Correct this before you use it.`;
}

function capabilityRemark({ draft, checked, dropped }: Verified): string {
  const without =
    dropped.length === 0 ? '' : ` It was seen to use ${dropped.join(', ')} too, and passes these tests without.`;
  return `${provenRemark({ draft, checked })}${without}`;
}

function provenRemark({ draft, checked }: Pick<Verified, 'draft' | 'checked'>): string {
  const proven = checked.result.grants.length > 0 && checked.result.grants.every(({ state }) => state === 'needed');
  if (draft.run.capabilities?.length === 0) return 'None was needed in these tests.';
  if (proven && draft.run.capabilities?.length === 1)
    return 'The service fails these tests without it. Further tests may need further ones.';
  if (proven) return 'The service fails these tests without any one of them. Further tests may need further ones.';
  return 'What it was seen to use. Seen is not needed: tightfit minimize proves which ones are.';
}
