import { compareFindings, type Finding } from '../core/finding.js';
import { ruleOf } from '../core/rules.js';
import type { CheckResult, EnvironmentFacts, ServiceResult } from '../core/result.js';
import { EnvironmentError } from '../core/errors.js';
import type { StandardId } from '../core/standards/standard.js';
import type { Shard } from '../core/shard/shard.js';
import { judge, judgeRun } from '../core/verdict.js';
import type { EngineFacts, World } from '../ports.js';
import { checkService, type CheckedService, type ServiceJob } from './check-service.js';
import { chooseWork, type ChangedOnly } from './choose-work.js';
import { createCleanup } from './cleanup.js';
import { comparedWithBaseline } from './compare-with-baseline.js';
import { createContentsReader, type ContentsReader } from './contents-reader.js';
import { startDeadline } from './deadline.js';
import { withGivenImages, type GivenImage } from './given-images.js';
import { governed } from './governed.js';
import { heldTo } from './held-to.js';
import { judgeServices } from './judge-services.js';
import { judgedMachine } from './judged-machine.js';
import { load, type Loaded } from './load.js';
import { selectServices } from './select-services.js';
import type { Stage } from './stage.js';
import { sweepAbandoned } from './sweep.js';
import { troubleFinding } from './trouble.js';

/** What to check. */
export interface CheckRequest {
  /** As the user named it. */
  readonly policyFile: string;
  /** Names of the services to check; empty: all. */
  readonly services: readonly string[];
  /** Images that services use instead of what the policy says. Absent: none. */
  readonly images?: readonly GivenImage[];
  /** What the services are held to beside the policy's own. Absent: nothing. */
  readonly standards?: readonly StandardId[];
  /** How many services are judged side by side. Absent: one after another. */
  readonly jobs?: number;
  /** The part of the services to judge. Absent: all. */
  readonly shard?: Shard | null;
  /** Judge only services that differ from a commit. Absent: all. */
  readonly changedOnly?: ChangedOnly | null;
  /** An earlier result to compare with. Absent: none. */
  readonly baseline?: string | null;
  /** Milliseconds for the whole run. */
  readonly timeout: number;
  /** Whether to tell which of the excess the programs of a service can make at all, which reads its image once more. */
  readonly reach?: boolean;
  /** Chosen by the caller, who may have to sweep what the run leaves. */
  readonly runId: string;
  /** Of this program. */
  readonly version: string;
  readonly signal: AbortSignal;
}

/** How long after its time limit a run may still be cleaning up; then anybody may remove what it left. In milliseconds. */
export const CLEANUP_TIME = 10 * 60 * 1000;

/**
 * The whole pipeline: load, lint, build, exercise, compare, clean up. Always gives a result, whatever happened: a mistake of the
 * user and trouble of the machine are findings in it. Throws UsageError when a requested service, or one that is given an image, does not exist.
 */
export function check(world: World, request: CheckRequest): Promise<CheckResult> {
  return judgePolicy(world, request, { mode: 'check', judgeService: checkService });
}

/** What is done with every service of a policy. */
export interface PolicyWork {
  readonly mode: 'check' | 'minimize';
  readonly judgeService: (stage: Stage, job: ServiceJob, contents: ContentsReader) => Promise<CheckedService>;
}

/** The pipeline of `check` with other work done on each service. Throws UsageError when a requested service does not exist. */
export async function judgePolicy(world: World, request: CheckRequest, work: PolicyWork): Promise<CheckResult> {
  const startedAt = world.clock.date();
  const began = world.clock.now();
  const run = { id: request.runId, expires: startedAt + request.timeout + CLEANUP_TIME };
  world.log.phase(`load ${request.policyFile}`);
  const given = withGivenImages(await load(world, request.policyFile), request.images ?? []);
  const selected = selectServices(given, request.services);
  const chosen = { ...request, divisible: work.mode === 'minimize' };
  const { loaded, remarks, share } = await chooseWork(world, heldTo(selected, request.standards ?? []), chosen);
  const stopped = loaded.services.length === 0 || judge(loaded.findings) === 'unjudged';
  const part = stopped ? NOTHING : await checkOnEngine(world, { request, run, loaded, work, share });
  const findings = [...loaded.findings, ...remarks, ...part.findings].sort(compareFindings);
  const result = {
    version: 1 as const,
    tool: { name: 'tightfit' as const, version: request.version },
    run: {
      id: run.id,
      mode: work.mode,
      startedAt: new Date(startedAt).toISOString(),
      duration: world.clock.now() - began,
      shard: request.shard ?? null,
      services: selected.services.map(({ service }) => service.name),
    },
    policy: { file: loaded.file, sha256: loaded.sha256 },
    environment: part.environment,
    verdict: judgeRun(findings, part),
    services: part.services,
    findings,
    findingCount: loaded.count + remarks.length + part.findings.length,
  };
  return governed(await comparedWithBaseline(world, result, { file: request.baseline ?? null, loaded }), loaded);
}

interface EnginePart {
  readonly environment: EnvironmentFacts | null;
  readonly services: readonly ServiceResult[];
  readonly findings: readonly Finding[];
}

const NOTHING: EnginePart = { environment: null, services: [], findings: [] };

interface Job {
  readonly request: CheckRequest;
  readonly run: Stage['run'];
  readonly loaded: Loaded;
  readonly work: PolicyWork;
  readonly share: Shard | null;
}

async function checkOnEngine(world: World, job: Job): Promise<EnginePart> {
  world.recorder.prepare();
  try {
    const engine = await asked(world);
    return 'rule' in engine ? { ...NOTHING, findings: [engine] } : await checkWithEngine(world, job, engine);
  } finally {
    await world.recorder.close();
  }
}

async function checkWithEngine(world: World, job: Job, engine: EngineFacts): Promise<EnginePart> {
  const cleanup = createCleanup();
  const deadline = startDeadline(world.clock, job.request.timeout, job.request.signal);
  const stage: Stage = { world, run: job.run, cleanup, signal: deadline.signal };
  try {
    const sweeping = sweepEarlier(world);
    const { services, findings } = await checkServices(stage, job, engine);
    await sweeping;
    const stopped = deadline.signal.aborted ? [stoppedEarly(deadline.expired(), job.request.timeout)] : [];
    return { environment: environmentOf(engine), services, findings: [...findings, ...stopped] };
  } catch (error) {
    if (!(error instanceof EnvironmentError)) throw error;
    return {
      environment: environmentOf(engine),
      services: [],
      findings: [troubleFinding(error, { rule: 'engine-failed', service: null })],
    };
  } finally {
    deadline.clear();
    for (const failure of await cleanup.run()) world.log.info(`could not clean up: ${String(failure)}`);
  }
}

/** What earlier runs left is no reason not to judge this one. */
async function sweepEarlier(world: World): Promise<void> {
  await sweepAbandoned(world).catch((error: unknown) => {
    world.log.info(`could not remove what earlier runs left: ${String(error)}`);
  });
}

async function checkServices(
  stage: Stage,
  { request, loaded, work, share }: Job,
  engine: EngineFacts,
): Promise<Pick<EnginePart, 'services' | 'findings'>> {
  const machine = judgedMachine(engine);
  const contents = createContentsReader(stage, machine.arch);
  try {
    const checked = await judgeServices(stage, {
      parts: loaded.services,
      jobs: request.jobs ?? 1,
      judge: (own, part) =>
        work.judgeService(
          own,
          { policyFile: loaded.file, engine, machine, part, reach: request.reach ?? false, share },
          contents,
        ),
    });
    const services = checked.filter(isWhole).map(({ result, findings }) => {
      const own = loaded.findings.filter(({ service }) => service === result.name);
      return { ...result, verdict: judge([...findings, ...own]) };
    });
    return { services, findings: checked.flatMap(({ findings }) => findings) };
  } finally {
    contents.close();
  }
}

/** Not when other shards still have their parts of its trials to make. */
function isWhole({ findings }: CheckedService): boolean {
  return findings.every(({ rule }) => rule !== 'minimize-shared');
}

/** Said once; each service has a finding of its own. */
const REMOTE =
  "the engine runs on another machine or in a virtual machine, so the kernel's record is not to be had: run on the engine's own machine";

async function asked({ engine, log }: World): Promise<EngineFacts | Finding> {
  try {
    const facts = await engine.describe();
    log.info(`${facts.name} ${facts.version} at ${facts.endpoint}`);
    if (!facts.local) log.info(REMOTE);
    return facts;
  } catch (error) {
    if (error instanceof EnvironmentError) return troubleFinding(error, { rule: 'engine-unavailable', service: null });
    throw error;
  }
}

function environmentOf(facts: EngineFacts): EnvironmentFacts {
  return {
    engine: `${facts.name} ${facts.version}`,
    runtime: `${facts.runtime.name} ${facts.runtime.version}`.trim(),
    kernel: facts.kernel,
    arch: facts.arch,
    operatingSystem: facts.operatingSystem,
    cgroupVersion: facts.cgroupVersion,
  };
}

function stoppedEarly(timedOut: boolean, timeout: number): Finding {
  const rule = timedOut ? 'timed-out' : 'cancelled';
  return {
    rule,
    severity: ruleOf(rule).severity,
    service: null,
    message: timedOut ? `the run was stopped after ${timeout / 1000} s, its time limit` : 'the run was cancelled',
    advice: timedOut ? 'Raise timeout, or check fewer services in one run.' : '',
    location: null,
    grants: [],
  };
}
