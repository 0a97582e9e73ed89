import { parseCsv } from './csv.mjs';
import { generatedModule, literal, words } from './typescript.mjs';

/** @param {string} csv data/syscall-risk.csv */
export function syscallRiskModule(csv) {
  const rows = parseCsv(csv).map((row) => {
    const fact = {
      tier: row.risk_tier,
      weight: Number(row.weight),
      reason: row.reason,
      groups: words(row.systemd252_groups),
      cveCount: Number(row.cve_count),
    };
    return `  ${row.syscall}: ${literal(fact)},`;
  });
  return generatedModule('data/syscall-risk.csv', [
    "import type { SyscallRisk } from './risk.js';",
    '',
    'export const SYSCALL_RISKS: Readonly<Record<string, SyscallRisk>> = {',
    ...rows,
    '};',
  ]);
}
