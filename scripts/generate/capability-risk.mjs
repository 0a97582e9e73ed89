import { parseCsv } from './csv.mjs';
import { generatedModule, literal } from './typescript.mjs';

/** @param {string} csv data/capability-risk.csv */
export function capabilityRiskModule(csv) {
  const rows = parseCsv(csv).map((row) => {
    const fact = { risk: row.risk_class, weight: Number(row.weight), reason: row.reason };
    return `  ${row.capability.replace(/^CAP_/, '')}: ${literal(fact)},`;
  });
  return generatedModule('data/capability-risk.csv', [
    "import type { CapabilityRisk } from './risk.js';",
    "import type { Capability } from './names.js';",
    '',
    'export const CAPABILITY_RISKS: Readonly<Record<Capability, CapabilityRisk>> = {',
    ...rows,
    '};',
  ]);
}
