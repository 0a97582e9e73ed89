import { grantedCapabilities } from '../core/capability/grant.js';
import type { Capability } from '../core/capability/names.js';
import { startMinimize, type MinimizeState } from '../core/fit/minimize.js';
import { InternalError } from '../core/errors.js';
import { WHOLE, type Shard } from '../core/shard/shard.js';
import type { NetworkSettings } from '../core/fit/sysctl-notes.js';
import {
  judgeOne,
  type CheckedService,
  type PreparedService,
  type Progress,
  type ServiceJob,
} from './check-service.js';
import { runBaseline, type Baseline } from './minimize-baseline.js';
import {
  capabilitiesToStartWith,
  capabilityGround,
  capabilityProblem,
  keptOf,
  withCapabilities,
} from './minimize-capabilities.js';
import { ceilingPlan } from './minimize-ceiling.js';
import { judgeDeclared } from './minimize-declared.js';
import { explainBaseline, explainUnsteady, leftToOthers } from './minimize-failure.js';
import { openNotebook, type Notebook } from './minimize-journal.js';
import { journalKey } from './minimize-key.js';
import { minimizeResult } from './minimize-result.js';
import { runSearch, type Searched } from './minimize-search.js';
import { chosen, type ChosenSettings, type MinimizeSettings } from './minimize-settings.js';
import { syscallGround, syscallSearch, type SyscallSearch } from './minimize-syscalls.js';
import { tellingWhenLate, tryWithout, type TrialGround } from './minimize-trial.js';
import { keepNetworks } from './networks.js';
import { readNetworkSettings } from './network-settings.js';
import type { Stage } from './stage.js';

/** Finds what one service needs and proves it. Trouble and cancelling end it early; what was proven by then is in the journal. */
export function minimizeService(stage: Stage, job: ServiceJob, settings: MinimizeSettings): Promise<CheckedService> {
  stage.world.log.phase(`minimize ${job.part.service.name}`);
  return judgeOne(stage, job, async (within, prepared, progress) => {
    const networks = keepNetworks();
    const run = { stage: { ...within, networks }, prepared, settings: chosen(settings, prepared.part.service) };
    try {
      await minimizePrepared(run, progress);
    } finally {
      await networks.close();
    }
  });
}

/** One service being minimized. */
interface Minimizing {
  readonly stage: Stage;
  readonly prepared: PreparedService;
  readonly settings: ChosenSettings;
}

/** Capabilities come before syscalls, because they decide which rules of Docker's default count and what a service calls. */
async function minimizePrepared(run: Minimizing, progress: Progress): Promise<void> {
  const { stage, prepared, settings } = run;
  const began = stage.world.clock.now();
  const notebook = await openNotebook(settings.journal, notebookRequest(run), stage.world.log);
  const from = capabilitiesToStartWith(grantedCapabilities(prepared.part.service.run, prepared.machine).bounding);
  const wide = await runWide(run, from);
  if ('failed' in wide.baseline) {
    await explainBaseline(stage, wide.baseline, progress);
    return;
  }
  const capabilities = await searchCapabilities(run, notebook, { from, baseline: wide.baseline });
  if (capabilities.certificate.kind === 'flaky') {
    explainUnsteady(prepared, progress);
    return;
  }
  const needed = keptOf(from, capabilities.certificate);
  const fitted = await runFitted(run, wide.baseline, needed);
  if ('failed' in fitted) {
    explainUnsteady(prepared, progress);
    return;
  }
  const setup = syscallSearch(prepared, { baseline: fitted, needed }, settings);
  const syscalls = await searchSyscalls(run, notebook, { capabilities, baseline: fitted, setup });
  if (syscalls === null) {
    progress.further = [leftToOthers(prepared.part.service)];
    return;
  }
  if (syscalls.certificate.kind !== 'minimal') explainUnsteady(prepared, progress);
  if (syscalls.certificate.kind === 'flaky') return;
  progress.minimize = await minimizeResult(stage, prepared, {
    capabilities: { ...capabilities, from, needed },
    syscalls: { ...syscalls, profileOf: setup.profileOf, floor: setup.floor },
    baseline: fitted,
    network: wide.network,
    jobs: settings.jobs,
    duration: stage.world.clock.now() - began,
  });
  await judgeDeclared(stage, prepared, progress);
  await notebook.close();
}

function notebookRequest({ prepared, settings }: Minimizing): Parameters<typeof openNotebook>[1] {
  const { part, share = null } = prepared;
  return { service: part.service.name, share, key: journalKey(prepared, settings), resume: settings.resume };
}

interface Wide {
  readonly baseline: Awaited<ReturnType<typeof runBaseline>>;
  readonly network: NetworkSettings;
}

async function runWide({ stage, prepared, settings }: Minimizing, from: readonly Capability[]): Promise<Wide> {
  stage.world.log.info('run with the default capabilities and calls and what the policy grants beyond them');
  let network: NetworkSettings = { unprivilegedPortStart: null, pingGroupRange: null };
  const beforeStop = async (container: string): Promise<void> => {
    network = await readNetworkSettings(stage, container);
  };
  const baseline = await runBaseline(stage, { ...ceilingPlan(prepared, from), beforeStop }, settings.jobs);
  return { baseline, network };
}

async function runFitted(
  { stage, settings }: Minimizing,
  wide: Baseline,
  needed: readonly Capability[],
): ReturnType<typeof runBaseline> {
  const words = needed.length === 0 ? 'no capability' : needed.join(', ');
  stage.world.log.info(`run again with ${words}`);
  return runBaseline(stage, withCapabilities(wide.plan, needed), settings.jobs);
}

/** Capabilities are few, so that every shard searches them whole. */
async function searchCapabilities(
  run: Minimizing,
  notebook: Notebook,
  { from, baseline }: { readonly from: readonly Capability[]; readonly baseline: Baseline },
): Promise<Searched> {
  const start = notebook.earlier.capabilities ?? startMinimize(capabilityProblem(from, baseline, run.settings.seed));
  run.stage.world.log.info(`run without each of ${from.length} capabilities`);
  const searched = await search(run, {
    start,
    ground: capabilityGround(baseline, from),
    share: WHOLE,
    keep: (state) => notebook.keep({ capabilities: state, syscalls: null }),
  });
  if (searched === null) throw new InternalError('a search of all capabilities left some to others');
  return searched;
}

interface SyscallSearching {
  /** How the search before ended. */
  readonly capabilities: Searched;
  readonly baseline: Baseline;
  readonly setup: SyscallSearch;
}

function searchSyscalls(
  run: Minimizing,
  notebook: Notebook,
  { capabilities, baseline, setup }: SyscallSearching,
): Promise<Searched | null> {
  const start = notebook.earlier.syscalls ?? startMinimize(setup.problem);
  const { candidates, unseen } = start.problem;
  run.stage.world.log.info(`run without ${unseen.length} calls never seen, then without each of ${candidates.length}`);
  return search(run, {
    start,
    ground: syscallGround(baseline, { ...setup, problem: start.problem }),
    share: run.prepared.share ?? WHOLE,
    keep: (state) => notebook.keep({ capabilities: capabilities.state, syscalls: state }),
  });
}

interface SearchSetting {
  readonly start: MinimizeState;
  readonly ground: TrialGround;
  readonly share: Shard;
  readonly keep: (state: MinimizeState) => Promise<void>;
}

function search(
  { stage, settings }: Minimizing,
  { start, ground, share, keep }: SearchSetting,
): Promise<Searched | null> {
  const { jobs } = settings;
  return runSearch(stage, {
    start,
    jobs,
    keep,
    share,
    tryWithout: (request, onLate) => tryWithout(stage, tellingWhenLate(ground, onLate), request),
  });
}
