import { quote } from '../excerpt.js';
import { suggest } from '../suggest.js';
import { refused, type Parsed } from './mistake.js';

/** Source: https://man7.org/linux/man-pages/man7/signal.7.html */
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

function number(text: string): Parsed<string> {
  const value = Number(text);
  return value >= 1 && value <= 64
    ? { value: String(value) }
    : refused(`there is no signal ${text}`, 'Expected 1 to 64.');
}
