import { codeOf, messageOf } from '../thrown.js';

/** Why a service did not answer, in words. https://man7.org/linux/man-pages/man3/errno.3.html */
export function noAnswer(error: unknown): string {
  const code = codeOf(error);
  if (code.startsWith('HPE_')) return `no HTTP answer: ${messageOf(error)}`;
  return REASONS[code] ?? messageOf(error);
}

const REASONS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'connection refused',
  ECONNRESET: 'the connection was closed without an answer',
  EPIPE: 'the connection was closed without an answer',
  EHOSTUNREACH: 'host unreachable',
  ENETUNREACH: 'network unreachable',
  ETIMEDOUT: 'no answer',
};
