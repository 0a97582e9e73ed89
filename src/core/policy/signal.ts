import { quote } from '../excerpt.js';
import { suggest } from '../suggest.js';
import { refused, type Parsed } from './mistake.js';

/** From 1 on, as x86-64 and aarch64 number them. Source: https://man7.org/linux/man-pages/man7/signal.7.html */
const SIGNALS = [
  'SIGHUP',
  'SIGINT',
  'SIGQUIT',
  'SIGILL',
  'SIGTRAP',
  'SIGABRT',
  'SIGBUS',
  'SIGFPE',
  'SIGKILL',
  'SIGUSR1',
  'SIGSEGV',
  'SIGUSR2',
  'SIGPIPE',
  'SIGALRM',
  'SIGTERM',
  'SIGSTKFLT',
  'SIGCHLD',
  'SIGCONT',
  'SIGSTOP',
  'SIGTSTP',
  'SIGTTIN',
  'SIGTTOU',
  'SIGURG',
  'SIGXCPU',
  'SIGXFSZ',
  'SIGVTALRM',
  'SIGPROF',
  'SIGWINCH',
  'SIGIO',
  'SIGPWR',
  'SIGSYS',
];

/** A signal as Docker takes it: `SIGTERM`, `TERM`, `SIGRTMIN+3` or a number from 1 to 64. Names come back with `SIG`. */
export function parseSignal(written: string | number): Parsed<string> {
  const text = String(written);
  if (/^\d+$/.test(text)) return number(text);
  const upper = text.toUpperCase();
  const name = upper.startsWith('SIG') ? upper : `SIG${upper}`;
  if (SIGNALS.includes(name) || /^SIGRT(?:MIN(?:\+(?:[1-9]|1[0-5]))?|MAX(?:-(?:[1-9]|1[0-4]))?)$/.test(name))
    return { value: name };
  const near = suggest(name, SIGNALS);
  return refused(
    `unknown signal ${quote(text)}`,
    near === null ? 'Expected a name such as SIGTERM.' : `Did you mean ${near}?`,
  );
}

/** A signal that a service can be stopped with. */
export function parseStopSignal(written: string | number): Parsed<string> {
  const parsed = parseSignal(written);
  if (!('value' in parsed) || signalNumber(parsed.value) !== STOP) return parsed;
  return refused(
    `signal ${quote(String(written))} pauses a process and cannot be handled, so it does not stop a service`,
    'Expected a signal that ends the service, such as SIGTERM.',
  );
}

const STOP = SIGNALS.indexOf('SIGSTOP') + 1;

/** The first and the last signal that is left to programs, as Docker counts: two below are the C library's. */
const FIRST_REALTIME = 34;
const LAST_REALTIME = 64;

/** The number of a signal with that name (`SIGTERM`, `TERM`, `SIGRTMIN+3`) or number, `null` when it has none. */
export function signalNumber(signal: string): number | null {
  if (/^\d+$/.test(signal)) return Number(signal);
  const upper = signal.toUpperCase();
  const name = upper.startsWith('SIG') ? upper : `SIG${upper}`;
  const [, above, below] = /^SIGRT(?:MIN(?:\+(\d+))?|MAX(?:-(\d+))?)$/.exec(name) ?? [];
  if (name.startsWith('SIGRTMIN')) return FIRST_REALTIME + Number(above ?? 0);
  if (name.startsWith('SIGRTMAX')) return LAST_REALTIME - Number(below ?? 0);
  const index = SIGNALS.indexOf(name);
  return index === -1 ? null : index + 1;
}

function number(text: string): Parsed<string> {
  const value = Number(text);
  return value >= 1 && value <= 64
    ? { value: String(value) }
    : refused(`there is no signal ${text}`, 'Expected 1 to 64.');
}
