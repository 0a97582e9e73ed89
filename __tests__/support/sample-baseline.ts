import { compareWithBaseline, notCompared } from '../../src/core/regression/compare.js';
import { regressionFindings, type Regressing } from '../../src/core/regression/findings.js';
import type { BaselineComparison } from '../../src/core/regression/baseline.js';
import type { CheckResult } from '../../src/core/result.js';
import { refusedRow, row, syscallReport, unseen } from './sample-fit-report.js';
import { RECORDED_SAMPLES } from './sample-recorded.js';
import { result, service } from './sample-results.js';

const FILE = 'baseline.json';
const POLICY = 'examples/samba/tightfit.yml';

/** A service as its policy has it, without settings unless given. */
export function regressing(changes: Partial<Regressing> = {}): Regressing {
  return { name: 'samba', rules: [], at: () => ({ file: POLICY, line: 4, column: 3 }), ...changes };
}

function told(after: CheckResult, baseline: BaselineComparison): CheckResult {
  const findings = [...after.findings, ...regressionFindings([regressing()], baseline, after)];
  return { ...after, findings, findingCount: findings.length, baseline };
}

const ROWS = [row('read'), unseen('ptrace', 'T3'), row('madvise', { tier: 'T2' }), unseen('statx', 'T1')];
const NOW = [
  row('read'),
  row('ptrace', { tier: 'T3', programs: ['gdb'], firstStep: 'store a file' }),
  unseen('madvise', 'T2'),
  row('statx'),
];

function regressed(): CheckResult {
  const before = result({ services: [service({ syscalls: syscallReport(ROWS) })] });
  const image = { reference: 'tightfit/samba', id: `sha256:${'0'.repeat(64)}` };
  const syscalls = syscallReport(NOW, { refused: [refusedRow('getcwd')] });
  const { environment } = before;
  const after = result({
    services: [service({ image, syscalls })],
    environment: environment === null ? null : { ...environment, kernel: '6.18.50' },
  });
  return told(after, compareWithBaseline({ file: FILE, result: before }, after));
}

function unchanged(): CheckResult {
  const same = RECORDED_SAMPLES['tight-recorded'] ?? result();
  return told(same, compareWithBaseline({ file: FILE, result: same }, same));
}

function withoutBaseline(): CheckResult {
  const after = result({ services: [service({ syscalls: syscallReport(NOW) })] });
  return told(after, notCompared(FILE, `"${FILE}" does not exist`));
}

/** Results that were compared with an earlier one, by what that showed. */
export const COMPARED_SAMPLES: Readonly<Record<string, CheckResult>> = {
  regressed: regressed(),
  'as-before': unchanged(),
  'not-compared': withoutBaseline(),
};
