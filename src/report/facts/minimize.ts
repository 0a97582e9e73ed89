import { forRuntimes } from '../../core/fit/for-runtimes.js';
import type { BreakRow, Effect, HoldsFor, MinimizeReport } from '../../core/fit/minimize-report.js';
import { EFFECTS } from '../../core/fit/minimize-report.js';
import type { Detail } from './details.js';
import { count, duration, enumerate } from './wording.js';

/** How far a service came without a grant, in words. */
export const EFFECT_WORDS: Readonly<Record<Effect, string>> = {
  'will-not-start': 'will not start',
  'not-ready': 'starts but is not ready',
  'test-fails': 'accepts but a test fails',
  'stops-uncleanly': 'works but stops uncleanly',
  'more-privileged': 'works but more privileged',
  works: 'works',
};

/** A row that was tried. */
export interface TriedRow extends BreakRow {
  readonly effect: Effect;
}

/** The rows to show: needed before frozen, capabilities before syscalls, the worst first. */
export function breakRows({ rows }: MinimizeReport): readonly TriedRow[] {
  return rows.filter(wasTried).sort((a, b) => order(a) - order(b) || (a.name < b.name ? -1 : 1));
}

function wasTried(row: BreakRow): row is TriedRow {
  return row.effect !== null;
}

function order({ state, kind, effect }: TriedRow): number {
  return (state === 'needed' ? 0 : 200) + (kind === 'capability' ? 0 : 100) + EFFECTS.indexOf(effect);
}

/** Names that are never removed and were not tried. */
export function untriedNames({ rows, syscalls }: MinimizeReport): readonly string[] {
  const tried = new Set(rows.filter(wasTried).map(({ name }) => name));
  return syscalls.frozen.filter((name) => !tried.has(name));
}

/** How a row's grant is called: what is never removed says so. */
export function grantName({ name, state }: BreakRow): string {
  return state === 'frozen' ? `${name} *` : name;
}

/** What the star of `grantName` means. */
export const FROZEN_LEGEND =
  '* never removed from a proposal: the container runtime may need it at any start, or programs learn from it who they are.';

/** Refused calls named in a row; the JSON report has all. */
const REFUSED = 3;

/** What was refused, the grant itself first: a trial lacks what was found needless before, too. Foreign text. */
export function refusedNames({ name, refused }: BreakRow): readonly string[] {
  const own = refused.filter((call) => call === name || call.startsWith(`${name} `));
  const all = [...own, ...refused.filter((call) => !own.includes(call))];
  return all.length > REFUSED ? [...all.slice(0, REFUSED), `${all.length - REFUSED} more`] : all;
}

/** Who was refused what, where it was seen: `smbd: getcwd (ENOSYS)`. Foreign text. */
export function refusalText(row: BreakRow): string {
  const names = refusedNames(row).join(', ');
  return row.program === '' || names === '' ? names : `${row.program}: ${names}`;
}

/** One line of the balance: how many of a kind there were at first, are used, needed and left over. */
export interface Balance {
  readonly kind: string;
  readonly from: number;
  /** `null` where use is not told. */
  readonly used: number | null;
  readonly needed: number;
  /** Granted at first and not used, or not needed where use is not told. */
  readonly excess: number;
}

/** What the search began with and what is left of it. */
export function balances({ capabilities, syscalls }: MinimizeReport): readonly Balance[] {
  const [granted, needed] = [capabilities.from.length, capabilities.needed.length];
  return [
    { kind: 'capabilities', from: granted, used: null, needed, excess: granted - needed },
    {
      kind: 'syscalls',
      from: syscalls.from,
      used: syscalls.used.length,
      needed: syscalls.needed.length,
      excess: Math.max(0, syscalls.from - syscalls.used.length),
    },
  ];
}

/** What was found, how sure it is, what it took and on what it holds; `text` is foreign. */
export function minimizeDetails(report: MinimizeReport): readonly Detail[] {
  const { notes, key } = report;
  return [
    { label: 'Needed', text: neededText(report) },
    ...runtimeDetail(report),
    { label: 'Confirmed', text: confirmationText(report) },
    { label: 'Took', text: trialsText(report) },
    { label: 'Holds for', text: keyText(key) },
    ...notes.map((text) => ({ label: 'Note', text })),
  ];
}

/** What is in the profiles for the runtimes of the policy, whatever the service does. */
function runtimeDetail({ syscalls }: MinimizeReport): readonly Detail[] {
  const text = forRuntimes(syscalls.forRuntimes);
  return text === '' ? [] : [{ label: 'For runtimes', text }];
}

function neededText({ capabilities, syscalls }: MinimizeReport): string {
  const { from, needed } = capabilities;
  const names = needed.length === 0 ? 'none' : enumerate(needed);
  const calls = `${syscalls.needed.length} of ${count(syscalls.from, 'syscall')}`;
  return `${names} of ${count(from.length, 'capability', 'capabilities')}; ${calls}, ${syscalls.frozen.length} of them never removed`;
}

/** How sure the needed set is. The bound says how often it may still fail. */
function confirmationText({ confirmation, recorded }: MinimizeReport): string {
  const { repeats, failures, privilegeRegressions, failureBound } = confirmation;
  const unseen = recorded ? '' : '. The kernel was not recorded: removals were judged by their trials alone';
  if (repeats === 0 || failureBound === null)
    return `the needed set was not run again, so that it may fail now and then${unseen}`;
  const outcome = failures === 0 ? 'none failed' : `${failures} failed`;
  const privilege =
    privilegeRegressions === 0
      ? 'no process was more privileged than before'
      : `${count(privilegeRegressions, 'run')} had a process with more privilege than before`;
  return `${count(repeats, 'more run')} with the needed set, ${outcome}: with 95 % confidence it fails in at most ${percent(failureBound)} of runs; ${privilege}${unseen}`;
}

function percent(part: number): string {
  return `${Number((part * 100).toFixed(1))} %`;
}

function trialsText({ trials }: MinimizeReport): string {
  const parts = [
    [trials.capabilities, 'for capabilities'],
    [trials.syscalls, 'for syscalls'],
    [trials.controls, 'to tell a flake from a need'],
    [trials.confirmations, 'to confirm'],
  ] as const;
  const told = parts.filter(([number]) => number > 0).map(([number, what]) => `${number} ${what}`);
  const side = trials.jobs > 1 ? `, ${trials.jobs} side by side` : '';
  return `${count(trials.total, 'run')} in ${duration(trials.duration)}${side}${told.length === 0 ? '' : `: ${enumerate(told)}`}`;
}

function keyText(key: HoldsFor): string {
  const image = key.imageId.slice(0, 'sha256:'.length + 12);
  const user = key.user === '' ? 'root' : `user ${key.user}`;
  return [
    `image ${image}`,
    key.engine,
    key.runtime,
    ...(key.libseccomp === null ? [] : [`libseccomp ${key.libseccomp}`]),
    `Linux ${key.kernel}`,
    key.arch,
    `no-new-privileges ${key.noNewPrivileges ? 'on' : 'off'}`,
    user,
    key.capabilities.length === 0 ? 'no capabilities' : enumerate(key.capabilities),
  ].join(', ');
}
