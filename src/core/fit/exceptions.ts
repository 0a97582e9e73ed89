import type { Finding } from '../finding.js';
import type { Exception, Service } from '../policy/policy.js';
import type { GrantRow } from '../result.js';
import { ruleOf, type RuleId } from '../rules.js';
import type { SyscallRow } from './syscall-report.js';

/** Days before its end in which an exception is announced. */
const NOTICE_DAYS = 14;
const DAY = 24 * 60 * 60 * 1000;

/** The exceptions that still hold. `today` is an ISO date or time, UTC. */
export function activeExceptions(exceptions: readonly Exception[], today: string): readonly Exception[] {
  return exceptions.filter((exception) => daysLeft(exception, today) >= 0);
}

/** What became of the grants that exceptions are about. */
export interface ExceptedGrants {
  readonly syscalls: readonly SyscallRow[];
  /** `null` when capabilities were not judged. */
  readonly capabilities: readonly GrantRow[] | null;
}

/** Findings about exceptions that are over, end soon or excuse nothing. */
export function exceptionFindings(service: Service, grants: ExceptedGrants, today: string): readonly Finding[] {
  return service.exceptions.flatMap((exception, index) => {
    const words = expiryWords(exception, today) ?? idleWords(exception, grants);
    if (words === null) return [];
    const { rule, message, advice } = words;
    const location = service.at('exceptions', index);
    const { name } = exception.grant;
    return [
      { rule, severity: ruleOf(rule).severity, service: service.name, message, advice, location, grants: [name] },
    ];
  });
}

interface Words {
  readonly rule: Extract<RuleId, 'exception-expired' | 'exception-expiring' | 'exception-unused'>;
  readonly message: string;
  readonly advice: string;
}

function expiryWords({ grant, expires }: Exception, today: string): Words | null {
  const days = daysLeft({ expires }, today);
  if (days > NOTICE_DAYS) return null;
  const about = `the exception for ${grant.name}`;
  const advice = 'Look whether its reason still stands, then renew it or remove the grant.';
  if (days < 0) {
    return {
      rule: 'exception-expired',
      message: `${about} ended on ${expires}: the grant counts as excess again`,
      advice,
    };
  }
  const when = days === 0 ? 'today' : `in ${days} ${days === 1 ? 'day' : 'days'}`;
  return { rule: 'exception-expiring', message: `${about} ends ${when}, on ${expires}`, advice };
}

function idleWords({ grant }: Exception, { syscalls, capabilities }: ExceptedGrants): Words | null {
  const reason =
    grant.kind === 'syscall'
      ? idleSyscall(syscalls.find(({ name }) => name === grant.name))
      : capabilities === null
        ? null
        : idleCapability(capabilities.find(({ name }) => name === grant.name));
  if (reason === null) return null;
  return {
    rule: 'exception-unused',
    message: `the exception for ${grant.name} excuses nothing: ${reason}`,
    advice: 'Remove the exception.',
  };
}

function idleSyscall(row: SyscallRow | undefined): string | null {
  if (row === undefined) return 'the filter does not allow it';
  if (row.state === 'used') return 'it is used in these tests';
  return row.state === 'runtime' || row.state === 'frozen' ? 'it is never counted as excess' : null;
}

function idleCapability(row: GrantRow | undefined): string | null {
  if (row === undefined) return 'it is not granted';
  return row.state === 'needed' ? 'it is needed in these tests' : null;
}

/** Whole days from today to the last day, negative when that is over. */
function daysLeft({ expires }: Pick<Exception, 'expires'>, today: string): number {
  return Math.round((Date.parse(expires) - Date.parse(today.slice(0, 'YYYY-MM-DD'.length))) / DAY);
}
