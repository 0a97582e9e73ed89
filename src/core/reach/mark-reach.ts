import type { Finding } from '../finding.js';
import type { FitJudgement } from '../fit/judge-fit.js';
import type { SyscallReach, SyscallRow } from '../fit/syscall-report.js';
import type { ReachReport } from './reach-report.js';

/** Says of each call that is excess whether the executed code can make it, and in the finding about them of how many. */
export function markReach(fit: FitJudgement, reach: ReachReport): FitJudgement {
  const never = new Set(reach.never);
  const notExercised = new Set(reach.notExercised);
  const reachOf = ({ name }: SyscallRow): SyscallReach =>
    never.has(name) ? 'never' : notExercised.has(name) ? 'not-exercised' : 'unknown';
  const rows = fit.syscalls.rows.map((row) =>
    row.state === 'excess' || row.state === 'tester' ? { ...row, reach: reachOf(row) } : row,
  );
  return {
    ...fit,
    syscalls: { ...fit.syscalls, rows },
    findings: fit.findings.map((finding) => (finding.rule === 'excess-syscalls' ? told(finding, reach) : finding)),
  };
}

function told(finding: Finding, { never, notExercised, reasons }: ReachReport): Finding {
  const made = `code of the executed files makes ${notExercised.length} of them`;
  const rest = reasons.length > 0 ? 'of the others it cannot be told' : `and none makes the other ${never.length}`;
  const isAll = notExercised.length === finding.grants.length;
  return { ...finding, message: `${finding.message}; ${made}${isAll ? '' : `, ${rest}`}` };
}
