import { constants } from 'node:os';
import { EnvironmentError } from '../../core/errors.js';

/** What C libraries call the first and last real-time signal: https://man7.org/linux/man-pages/man7/signal.7.html */
const RTMIN = 34;
const RTMAX = 64;

/** The number of a signal such as `SIGTERM`, `SIGRTMIN+3` or `15`. */
export function signalNumber(signal: string): number {
  if (/^\d+$/.test(signal)) return Number(signal);
  const [, edge, , distance = '0'] = /^SIGRT(MIN|MAX)([+-](\d+))?$/.exec(signal) ?? [];
  if (edge === 'MIN') return RTMIN + Number(distance);
  if (edge === 'MAX') return RTMAX - Number(distance);
  const number = Object.entries(constants.signals).find(([name]) => name === signal)?.[1];
  if (number !== undefined) return number;
  throw new EnvironmentError(
    `the number of the stop signal ${JSON.stringify(signal)} is unknown on this machine`,
    'Write it as a number.',
  );
}
