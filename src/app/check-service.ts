import { grantedCapabilities } from '../core/capability/grant.js';
import type { Capability } from '../core/capability/names.js';
import { EnvironmentError, UsageError } from '../core/errors.js';
import { compareFindings, type Finding } from '../core/finding.js';
import { compareLabels } from '../core/fit/labels-in-force.js';
import type { FitJudgement } from '../core/fit/judge-fit.js';
import type { MinimizeReport } from '../core/fit/minimize-report.js';
import { watchedArguments } from '../core/fit/watched-arguments.js';
import { filtersOf } from '../core/lint/context.js';
import { lintService } from '../core/lint/lint.js';
import type { Shard } from '../core/shard/shard.js';
import { markReach } from '../core/reach/mark-reach.js';
import type { ReachReport } from '../core/reach/reach-report.js';
import type { ServiceResult } from '../core/result.js';
import type { ServiceFilters } from '../core/seccomp/service-filters.js';
import { judge } from '../core/verdict.js';
import type { ContainerConfinement, EngineFacts } from '../ports.js';
import { judgeContents, type ContentsJudgement } from './judge-contents.js';
import type { ContentsReader } from './contents-reader.js';
import type { ExercisePlan } from './exercise-plan.js';
import { BuildFailed, prepareImages, type Images } from './images.js';
import { judgeExercised } from './judge-fit.js';
import { judgeService, type Judgement } from './judge-service.js';
import type { JudgedMachine } from './judged-machine.js';
import { lintSubject } from './lint-subject.js';
import type { LoadedService } from './load.js';
import { reportCapabilities, reportSeccomp } from './report-confinement.js';
import { readReach } from './read-reach.js';
import type { Stage } from './stage.js';
import { troubleFinding, unreadableFinding } from './trouble.js';

/** One service of a policy and the engine to check it on. */
export interface ServiceJob {
  readonly policyFile: string;
  readonly engine: EngineFacts;
  readonly machine: JudgedMachine;
  readonly part: LoadedService;
  /** Whether to tell which of the excess its programs can make at all. */
  readonly reach?: boolean;
  /** Of several machines that minimize it together this one; `null` or absent: the only one. */
  readonly share?: Shard | null;
}

/** Everything about one service. Findings of the loading are among them only when `part` was linted here. */
export interface CheckedService {
  readonly result: Omit<ServiceResult, 'verdict'>;
  readonly findings: readonly Finding[];
}

/** Builds, lints and exercises one service, and reads what is in its image where it is given what does. Trouble and cancelling end it early with what is known so far. */
export function checkService(
  stage: Stage,
  job: ServiceJob,
  contents: ContentsReader | null = null,
): Promise<CheckedService> {
  const { service } = job.part;
  stage.world.log.phase(`check ${service.name}`);
  return judgeOne(stage, job, async (_, prepared, progress) => {
    const { bounding } = grantedCapabilities(service.run, job.machine);
    const reading = contents?.read(prepared.plan.imageId).then((read) => {
      progress.contents = judgeContents(read, service, bounding);
    });
    await Promise.all([exerciseDeclared(stage, { ...prepared, bounding }, progress), reading]);
    if (job.reach === true) await exploreReach(stage, prepared, progress);
  });
}

/** What is done with a service once its images are there and no mistake in its policy was found; it fills in the progress. */
export type ServiceWork = (stage: Stage, prepared: PreparedService, progress: Progress) => Promise<void>;

/** A service and how it is run as declared. */
export interface PreparedService extends ServiceJob {
  readonly images: Images;
  readonly plan: ExercisePlan;
}

/** Builds and lints one service and does the work on it. Trouble and cancelling end it early with what is known so far. */
export async function judgeOne(stage: Stage, job: ServiceJob, work: ServiceWork): Promise<CheckedService> {
  const { name } = job.part.service;
  const filters = filtersOf(lintSubject(job.part, job.machine, null));
  const progress: Progress = {
    filters,
    images: null,
    lint: [],
    judgement: null,
    contents: null,
    reach: null,
    fit: null,
    minimize: null,
    further: [],
  };
  try {
    const prepared = await prepare(stage, job, progress);
    if (prepared !== null) await work(stage, prepared, progress);
    return checkedService(job, progress, []);
  } catch (error) {
    if (error instanceof EnvironmentError) {
      const rule = error instanceof BuildFailed ? 'build-failed' : 'engine-failed';
      return checkedService(job, progress, [troubleFinding(error, { rule, service: name })]);
    }
    if (error instanceof UsageError)
      return checkedService(job, progress, [unreadableFinding(error, name, job.part.service.at('build'))]);
    if (stage.signal.aborted) return checkedService(job, progress, []);
    throw error;
  }
}

/** How far a service has come; filled in as it goes on, so that what is known survives an early end. */
export interface Progress {
  readonly filters: ServiceFilters;
  images: Images | null;
  lint: readonly Finding[];
  judgement: Judgement | null;
  contents: ContentsJudgement | null;
  reach: ReachReport | null;
  fit: FitJudgement | null;
  minimize: MinimizeReport | null;
  /** What the work on it has to say besides. */
  further: readonly Finding[];
}

/** `null` when lint found what makes running it pointless. */
async function prepare(stage: Stage, job: ServiceJob, progress: Progress): Promise<PreparedService | null> {
  const { policyFile, machine, part } = job;
  const images = await prepareImages(stage, policyFile, part);
  progress.images = images;
  progress.lint = lintService(lintSubject(part, machine, images.service.user), progress.filters);
  if (judge(progress.lint) === 'unjudged') return null;
  return { ...job, images, plan: planOf(job, images, progress.filters) };
}

interface DeclaredService extends PreparedService {
  readonly bounding: readonly Capability[];
}

async function exerciseDeclared(stage: Stage, declared: DeclaredService, progress: Progress): Promise<void> {
  const { part, engine, plan, bounding } = declared;
  const { filters } = progress;
  progress.judgement = await judgeService(stage, plan, bounding);
  const { surroundings } = progress.judgement.declared;
  progress.further = compareLabels({ service: part.service, surroundings, modules: engine.securityModules });
  const today = new Date(stage.world.clock.date()).toISOString();
  if (progress.judgement.declared.works) progress.lint = lintStarted(declared, progress);
  progress.fit = judgeExercised({ part, engine, filters, judgement: progress.judgement, today });
}

/** What is known about the profile now that a container started under it. */
function lintStarted({ part, machine, images }: DeclaredService, { filters }: Progress): readonly Finding[] {
  const subject = lintSubject(part, machine, images.service.user);
  return lintService({ ...subject, environment: { ...subject.environment, started: true } }, filters);
}

async function exploreReach(stage: Stage, { plan, machine }: PreparedService, progress: Progress): Promise<void> {
  const image = { imageId: plan.imageId, arch: machine.arch };
  progress.reach = await readReach(stage, image, progress);
  if (progress.fit !== null && progress.reach !== null) progress.fit = markReach(progress.fit, progress.reach);
}

export function planOf(
  { part, engine }: Pick<ServiceJob, 'part' | 'engine'>,
  images: Images,
  { enforced }: Pick<ServiceFilters, 'enforced'>,
): ExercisePlan {
  const { service, bindSources } = part;
  return {
    service,
    imageId: images.service.id,
    clientImages: images.clients,
    confinement: declaredConfinement(part),
    user: service.run.user,
    bindSources,
    recording: { local: engine.local, narrowed: [], watched: enforced === null ? [] : watchedArguments(enforced) },
    pace: null,
    hopeless: null,
    beforeStop: null,
  };
}

function declaredConfinement({ service, profile }: LoadedService): ContainerConfinement {
  const { capAdd, capDrop, seccomp, noNewPrivileges, appArmor, label, readOnly } = service.run;
  return {
    capAdd,
    capDrop,
    seccomp: seccomp.kind === 'file' ? { kind: 'profile', json: profile?.text ?? '' } : { kind: seccomp.kind },
    noNewPrivileges,
    appArmor,
    label,
    readOnly,
  };
}

function checkedService(
  { part, machine }: ServiceJob,
  { filters, images, lint, judgement, contents, reach, fit, minimize, further }: Progress,
  trouble: readonly Finding[],
): CheckedService {
  const { service } = part;
  const user = service.run.user ?? images?.service.user ?? null;
  const granted = grantedCapabilities({ ...service.run, user }, machine);
  return {
    result: {
      name: service.name,
      looseness: fit?.looseness.score ?? null,
      image: images === null ? null : { reference: images.reference, id: images.service.id },
      capabilities: reportCapabilities(service, granted),
      seccomp: reportSeccomp(part, filters),
      syscalls: fit?.syscalls ?? null,
      fit: fit?.looseness ?? null,
      grants: judgement?.grants ?? [],
      declared: judgement?.declared ?? null,
      control: judgement?.control ?? null,
      trials: judgement?.trials ?? [],
      contents: contents?.contents ?? null,
      reach,
      minimize,
    },
    findings: [lint, judgement?.findings, contents?.findings, fit?.findings, further, trouble]
      .flatMap((found) => found ?? [])
      .sort(compareFindings),
  };
}
