import { forRuntimes } from '../../core/fit/for-runtimes.js';
import type { LoosenessReport, SyscallReport } from '../../core/fit/syscall-report.js';
import type { GrantRow, ServiceResult } from '../../core/result.js';
import type { BlindSpot } from '../../core/trace/record.js';
import type { Detail } from './details.js';
import { excessCount } from './excess.js';
import { count, enumerate, sentence } from './wording.js';

/** How a service's grants fit what it did, a line for each part; empty when it was not run. Foreign text. */
export function fitDetails(service: ServiceResult): readonly Detail[] {
  const { syscalls, fit, declared, grants } = service;
  if (syscalls === null || fit === null) return [];
  const ofWorking = [{ label: 'Looseness', text: loosenessText(fit) }, ...capabilityDetail(grants)];
  return [
    ...(declared?.works === false ? [] : ofWorking),
    { label: 'Syscalls', text: syscallText(syscalls) },
    ...runtimeDetail(syscalls),
    { label: 'Exploits', text: exploitText(syscalls) },
    ...reachDetail(service),
    ...recordDetail(service, syscalls),
    ...blindDetail(syscalls.blindSpots),
  ];
}

function loosenessText(fit: LoosenessReport): string {
  const { score, limit, flips, syscalls, capabilities } = fit;
  const parts = `(syscalls ${known(syscalls?.score)}, capabilities ${known(capabilities?.score)})`;
  if (score === null) return `not known ${parts}; the limit is ${limit}`;
  const compared = `${score} ${parts}, ${score > limit ? 'above' : 'within'} the limit of ${limit}; Docker's current default is 100`;
  return flips ? `${compared}. Counting every grant alike ${plainText(fit)}` : compared;
}

function known(score: number | undefined): string {
  return score === undefined ? 'not known' : String(score);
}

function plainText({ syscalls, capabilities, limit }: LoosenessReport): string {
  const plain = Math.max(syscalls?.plain ?? 0, capabilities?.plain ?? 0);
  return `it would be ${plain}, ${plain > limit ? 'above' : 'within'} the limit`;
}

const STATES = [
  ['used', 'used'],
  ['runtime', 'by the runtime only'],
  ['frozen', 'kept for start-up'],
  ['excess', 'excess'],
  ['tester', 'by commands of tests only'],
  ['excepted', 'excepted'],
  ['unknown', 'not seen'],
] as const;

/** The granted calls that are neither used nor excess: `2 excepted`. Empty when every call is. */
export function otherCalls({ states }: SyscallReport): string {
  const others = STATES.filter(([state]) => state === 'frozen' || state === 'excepted' || state === 'unknown');
  return others.flatMap(([state, words]) => (states[state] > 0 ? [`${states[state]} ${words}`] : [])).join(', ');
}

function syscallText({ states, allowed, recorded }: SyscallReport): string {
  const granted = `${allowed.always + allowed.conditionally} granted`;
  const seen = recorded ? STATES.filter(([state]) => states[state] > 0) : [];
  return [granted, ...seen.map(([state, words]) => `${states[state]} ${words}`)].join(', ');
}

/** What is granted only because a runtime needs it to start a container. */
function runtimeDetail({ rows, floor }: SyscallReport): readonly Detail[] {
  const frozen = new Set(rows.filter(({ state }) => state === 'frozen').map(({ name }) => name));
  const text = forRuntimes(floor.needs.filter(({ call }) => frozen.has(call)));
  return text === '' ? [] : [{ label: 'For runtimes', text }];
}

function capabilityDetail(grants: readonly GrantRow[]): readonly Detail[] {
  if (grants.length === 0) return [];
  const states = (['needed', 'unused', 'excepted', 'untried'] as const)
    .map((state) => ({ state, total: grants.filter((grant) => grant.state === state).length }))
    .filter(({ total }) => total > 0);
  const counts = [`${grants.length} granted`, ...states.map(({ state, total }) => `${total} ${state}`)];
  return [{ label: 'Capabilities', text: counts.join(', ') }];
}

function exploitText({ cves: { total, blocked } }: SyscallReport): string {
  return `${blocked} of ${count(total, 'known kernel exploit')} blocked: the filter refuses the calls they need`;
}

/** Why nothing is called unused, and what would help. */
function recordDetail({ declared }: ServiceResult, report: SyscallReport): readonly Detail[] {
  const { recorded, completeness } = report;
  if (completeness.complete) return [];
  const state = recorded ? 'incomplete' : 'none';
  const reason = `${state}, so no syscall is called unused: ${completeness.reasons.join('; ')}`;
  const advice = declared?.unrecorded?.advice ?? '';
  return [{ label: 'Record', text: [sentence(reason), ...(advice === '' ? [] : [advice])].join(' ') }];
}

/** What of the excess the executed programs can make at all. */
function reachDetail({ reach, syscalls }: ServiceResult): readonly Detail[] {
  if (reach === null) return [];
  const { reasons, never, notExercised, loadsMore, files } = reach;
  if (files.length === 0) return [{ label: 'Reach', text: `cannot be told: ${reasons.join('; ')}` }];
  const made = `${notExercised.length} of the excess are made by code of ${count(files.length, 'program or library', 'programs and libraries')} that ran${notExercised.length === 0 ? '' : ` (${enumerate(notExercised)})`}`;
  const rest = syscalls === null ? 0 : excessCount(syscalls) - notExercised.length;
  if (rest === 0) return [{ label: 'Reach', text: made }];
  if (reasons.length > 0)
    return [{ label: 'Reach', text: `${made}; of the others it cannot be told: ${reasons.join('; ')}` }];
  const unless = loadsMore ? ', unless by a library that is loaded or a function that is looked up while they run' : '';
  return [{ label: 'Reach', text: `${made}, ${never.length} by none${unless}: ${enumerate(never)}` }];
}

const BLIND = {
  compat: (who: string) => `32-bit code of ${who} (its calls are not in the record)`,
  io_uring: (who: string) => `io_uring operations of ${who} (neither filter nor record sees them)`,
  emulation: (who: string) => `what ${who} answered for the kernel as a tracer`,
} as const;

function blindDetail(spots: readonly BlindSpot[]): readonly Detail[] {
  if (spots.length === 0) return [];
  return [{ label: 'Not seen', text: spots.map(({ kind, programs }) => BLIND[kind](enumerate(programs))).join('; ') }];
}
