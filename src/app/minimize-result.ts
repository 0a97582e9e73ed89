import type { Capability } from '../core/capability/names.js';
import type { BreakRow, Confirmation, MinimizeReport, TrialCounts } from '../core/fit/minimize-report.js';
import { NO_EFFECT, type FrozenTrial, type NeedCertificate } from '../core/fit/minimize-state.js';
import { propose } from '../core/fit/proposal.js';
import { sysctlNotes, type NetworkSettings } from '../core/fit/sysctl-notes.js';
import type { PreparedService } from './check-service.js';
import type { Baseline } from './minimize-baseline.js';
import { ceilingNotes } from './minimize-ceiling.js';
import { holdsFor } from './minimize-key.js';
import type { Searched } from './minimize-search.js';
import type { Stage } from './stage.js';
import type { SyscallSearch } from './minimize-syscalls.js';

/** What both searches showed. */
export interface Minimized {
  readonly capabilities: Searched & { readonly from: readonly Capability[]; readonly needed: readonly Capability[] };
  readonly syscalls: Searched & Pick<SyscallSearch, 'profileOf' | 'floor'>;
  /** With the needed capabilities. */
  readonly baseline: Baseline;
  readonly network: NetworkSettings;
  readonly jobs: number;
  /** Milliseconds of the whole search. */
  readonly duration: number;
}

/** The report of a search that came to its end, with what to change in the policy. */
export async function minimizeResult(
  { world }: Stage,
  prepared: PreparedService,
  found: Minimized,
): Promise<MinimizeReport> {
  const { capabilities, syscalls, baseline, network } = found;
  const { candidates, frozen, unseen } = syscalls.state.problem;
  const { removed, confirmation } = syscalls.certificate;
  const used = [...candidates.map(({ name }) => name), ...frozen].sort();
  const needed = used.filter((name) => !removed.includes(name));
  const { service } = prepared.part;
  const text = await world.files.readText(prepared.policyFile, SIZE_LIMIT);
  return {
    key: holdsFor(prepared, capabilities.needed),
    recorded: baseline.record !== null,
    capabilities: { from: capabilities.from, needed: capabilities.needed },
    syscalls: {
      from: used.length + unseen.length,
      used,
      needed,
      frozen: [...frozen].sort(),
      forRuntimes: syscalls.floor.needs.filter(({ call }) => syscalls.floor.calls.includes(call)),
    },
    rows: rowsOf(found),
    confirmation: confirmationOf(confirmation),
    trials: countsOf(found),
    proposal: propose({
      service,
      file: prepared.policyFile,
      text,
      capabilities: capabilities.needed,
      usedProfile: syscalls.profileOf(used),
      neededProfile: syscalls.profileOf(needed),
    }),
    notes: [...ceilingNotes(prepared), ...notesOf(found, network)],
  };
}

/** The largest policy that is read, in bytes. */
const SIZE_LIMIT = 1024 * 1024;

function rowsOf({ capabilities, syscalls }: Minimized): readonly BreakRow[] {
  const before = capabilities.state.outcomes.length;
  const { frozen } = syscalls.state.problem;
  const tried = syscalls.certificate.frozen;
  return [
    ...capabilities.certificate.needed.map((one) => neededRow('capability', one, 0)),
    ...syscalls.certificate.needed.map((one) => neededRow('syscall', one, before)),
    ...[...frozen].sort().map((name) => frozenRow(name, tried, before)),
  ];
}

/** @param before trials made before the search's first */
function neededRow(kind: BreakRow['kind'], { name, trial, effect }: NeedCertificate, before: number): BreakRow {
  return { kind, name, state: 'needed', ...effect, trial: before + trial };
}

function frozenRow(name: string, tried: readonly FrozenTrial[], before: number): BreakRow {
  const shown = tried.find((one) => one.name === name);
  if (shown === undefined) return { kind: 'syscall', name, state: 'frozen', ...NO_EFFECT, trial: null };
  return { kind: 'syscall', name, state: 'frozen', ...shown.effect, trial: before + shown.trial };
}

/** The rule of three: https://doi.org/10.1001/jama.1983.03330370053031 */
function confirmationOf(runs: Omit<Confirmation, 'failureBound'>): Confirmation {
  const { repeats, failures, privilegeRegressions } = runs;
  const clean = repeats > 0 && failures === 0 && privilegeRegressions === 0;
  return { ...runs, failureBound: clean ? Math.min(1, 3 / repeats) : null };
}

function countsOf({ capabilities, syscalls, jobs, duration }: Minimized): TrialCounts {
  const first = capabilities.state.counts;
  const second = syscalls.state.counts;
  const searched = (counts: typeof first): number =>
    counts.unseen + counts.group + counts.single + counts['frozen-row'];
  return {
    total: capabilities.state.outcomes.length + syscalls.state.outcomes.length,
    capabilities: searched(first),
    syscalls: searched(second),
    controls: first.control + second.control,
    confirmations: first.confirm + second.confirm,
    duration,
    jobs,
  };
}

function notesOf({ capabilities, baseline }: Minimized, network: NetworkSettings): readonly string[] {
  return [...sysctlNotes(capabilities, network), ...recordNotes(baseline), ...privilegeNotes(baseline)];
}

function recordNotes({ record, runs }: Baseline): readonly string[] {
  if (record === null) {
    const reason = runs.find(({ unrecorded }) => unrecorded !== null)?.unrecorded?.reason ?? 'it was not recorded';
    return [
      `Trials alone were believed, which takes longer and cannot tell a flake from a need as surely, because ${reason}.`,
    ];
  }
  if (record.completeness.complete) return [];
  return [
    `The record of its runs is not complete (${record.completeness.reasons.join('; ')}), so trials alone were believed for what it does not show.`,
  ];
}

function privilegeNotes({ runs }: Baseline): readonly string[] {
  if (runs.every(({ processes }) => processes !== null)) return [];
  return ["The privilege of its processes was not compared: this machine's /proc does not show them."];
}
