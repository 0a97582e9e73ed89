import type { CheckResult } from '../../src/core/result.js';
import { looseness, refusedRow, row, syscallReport, unseen } from './sample-fit-report.js';
import { exercise, finding, result, service } from './sample-results.js';

const LIST = 'list the share and fetch a file';
const STORE = 'store a file';
const FILE = 'examples/samba/profile.json';

const USED = [
  row('read', { firstStep: 'start', lastStep: 'stop', count: 218 }),
  row('clone', {
    number: 56,
    tier: 'T2',
    weight: 0.75,
    condition: 'if arg0 & 0x7e020000 == 0',
    seen: [{ argument: 0, values: [{ value: 18_874_385, count: 6 }], complete: true }],
  }),
  row('execve', { number: 59, state: 'runtime', programs: ['runc'], count: 1, firstStep: 'start', lastStep: 'start' }),
  unseen('getgid', 'T0', { state: 'frozen' }),
];

const SURVIVED = [
  refusedRow('rseq', { firstStep: 'start', lastStep: 'start' }),
  refusedRow('rseq', { phase: 'exec', program: 'smbstatus', firstStep: LIST, lastStep: LIST }),
  refusedRow('clone3', {
    answer: 'ENOSYS',
    firstStep: LIST,
    lastStep: STORE,
    location: { file: FILE, line: 165, column: 9 },
  }),
];

function tight(): CheckResult {
  const rows = [
    ...USED,
    unseen('epoll_pwait', 'T2'),
    unseen('statx', 'T1'),
    unseen('fsync', 'T1', { state: 'excepted' }),
  ];
  return result({
    services: [service({ looseness: 3.8, fit: looseness(), syscalls: syscallReport(rows, { refused: SURVIVED }) })],
    findings: [
      finding('refused-survived', {
        message: `smbd and smbstatus were refused rseq (EPERM) from step "start" to step "${LIST}" by ${FILE}, and the service works`,
        advice: 'Allow it only if something that these tests do not reach needs it.',
        location: { file: FILE, line: 2, column: 3 },
        grants: ['rseq'],
      }),
    ],
  });
}

const CRITICAL = ['bpf', 'keyctl', 'userfaultfd'];
const ORDINARY = Array.from({ length: 40 }, (_, index) => unseen(`ordinary_${index}`, 'T1', { number: 100 + index }));

function loose(): CheckResult {
  const rows = [
    ...USED,
    ...CRITICAL.map((name) => unseen(name, 'T3')),
    unseen('personality', 'T2', { weight: 0.75, condition: 'if arg0 is 0 or 8' }),
    unseen('madvise', 'T2'),
    unseen('mkdir', 'T1', { state: 'tester', programs: ['sh'], count: 1, firstStep: LIST, lastStep: LIST }),
    ...ORDINARY,
    unseen('getpgrp', 'T0'),
  ];
  const fit = looseness({
    score: 31,
    syscalls: { score: 31, plain: 14.2, excess: 87, reference: 280.4 },
    flips: true,
  });
  const blindSpots = [
    { kind: 'compat', programs: ['legacy'] },
    { kind: 'io_uring', programs: ['smbd', 'nmbd'] },
  ] as const;
  return result({
    verdict: 'loose',
    services: [service({ verdict: 'loose', looseness: 31, fit, syscalls: syscallReport(rows, { blindSpots }) })],
    findings: looseFindings(rows.length),
  });
}

function looseFindings(allowed: number): CheckResult['findings'] {
  return [
    finding('blind-spot', {
      message: 'legacy ran 32-bit code, whose calls have other numbers and are not in the record',
    }),
    finding('excess-syscalls', {
      message: `47 of ${allowed} allowed syscalls are not used by the service in these tests: 3 T3 (bpf, keyctl and userfaultfd)`,
      advice: 'Remove the unused calls, or add exceptions with a reason and an expiry for what the tests cannot reach.',
      location: { file: FILE, line: 10, column: 5 },
    }),
    ...CRITICAL.map((name, index) =>
      finding('critical-excess', {
        message: `${name} is allowed and not used by the service in these tests: denied by Docker's default`,
        advice: `Remove ${name} from the profile.`,
        location: { file: FILE, line: 20 + index, column: 9 },
        grants: [name],
      }),
    ),
    finding('looseness-exceeded', {
      message: "the looseness of the syscalls is 31, above 15; Docker's current default would be 100",
      advice: 'Remove what is not used, or add exceptions with a reason and an expiry.',
      location: { file: 'examples/samba/tightfit.yml', line: 31, column: 15 },
    }),
  ];
}

function broken(): CheckResult {
  const declared = exercise({
    works: false,
    end: { exitCode: null, oomKilled: false, restarts: 0, error: '' },
    steps: [
      { kind: 'start', name: 'start', state: 'passed', difference: '', duration: 420, attempts: 1 },
      { kind: 'test', name: LIST, state: 'failed', difference: 'exit code 1, expected 0', duration: 4100, attempts: 3 },
    ],
  });
  const reasons = ['the run failed, so what would have come after it was not seen'];
  const rows = [...USED, unseen('statx', 'T1', { state: 'unknown' })];
  const refused = [
    refusedRow('getcwd', { firstStep: LIST, lastStep: LIST }),
    refusedRow('fchmodat', {
      answer: 'SIGSYS',
      action: 'SCMP_ACT_KILL_PROCESS',
      location: { file: FILE, line: 80, column: 9 },
    }),
    refusedRow(null, { answer: 'thread killed', action: null, ownFilter: true, location: null }),
  ];
  const syscalls = syscallReport(rows, { refused, completeness: { complete: false, reasons } });
  const fit = looseness({ score: null, syscalls: null });
  return result({
    verdict: 'broken',
    services: [service({ verdict: 'broken', declared, trials: [], syscalls, fit })],
    findings: [
      finding('refused-at-failure', {
        message: `step "${LIST}" failed: smbd was refused getcwd (EPERM) by ${FILE}`,
        advice: `Add "getcwd" to ${FILE}:12, or run tightfit minimize.`,
        location: { file: FILE, line: 12, column: 5 },
        grants: ['getcwd'],
      }),
      finding('broken-by-confinement', {
        message: 'the service works under engine defaults and fails as declared, twice: its confinement breaks it',
        advice: 'Grant what the failing step needs: a capability, a syscall, a writable path or a higher limit.',
        location: { file: 'examples/samba/tightfit.yml', line: 4, column: 3 },
      }),
      finding('test-failed', {
        message: `test "${LIST}" failed: exit code 1, expected 0`,
        advice: "Compare with the test's expectation; the container's log is in the report.",
        location: { file: 'examples/samba/tightfit.yml', line: 19, column: 9 },
      }),
    ],
  });
}

function incomplete(): CheckResult {
  const reasons = ['1204 events were lost on CPU 1'];
  const rows = [...USED, unseen('bpf', 'T3', { state: 'unknown' })];
  const syscalls = syscallReport(rows, { refused: SURVIVED, completeness: { complete: false, reasons } });
  const fit = looseness({ score: null, syscalls: null });
  return result({
    verdict: 'unjudged',
    services: [service({ verdict: 'unjudged', syscalls, fit })],
    findings: [
      finding('incomplete-record', {
        message: `whether 1 allowed syscall was used is not known, which decides whether the service is loose: ${reasons.join('')}`,
        advice: 'Run again on a machine with less load, or with tests that do less of the same.',
        location: { file: 'examples/samba/tightfit.yml', line: 4, column: 3 },
      }),
    ],
  });
}

function unrecorded(): CheckResult {
  const reason = 'reading /sys/kernel/tracing needs root, and sudo asks for a password';
  const advice = 'Run as root, or allow sudo without a password.';
  const rows = USED.map(({ name, tier }) => unseen(name, tier, { state: 'unknown' }));
  const completeness = { complete: false, reasons: [reason] };
  const syscalls = syscallReport(rows, { recorded: false, completeness, capabilitySource: 'none' });
  const fit = looseness({ score: null, syscalls: null });
  return result({
    services: [service({ declared: exercise({ unrecorded: { reason, advice } }), syscalls, fit })],
    findings: [
      finding('not-recorded', {
        message: `what the service used was not recorded, so no syscall can be called unused: ${reason}`,
        advice,
        location: { file: 'examples/samba/tightfit.yml', line: 4, column: 3 },
      }),
    ],
  });
}

/** One result for each way a kernel record can bear on a check, by the name of its golden folder. */
export const RECORDED_SAMPLES: Readonly<Record<string, CheckResult>> = {
  'tight-recorded': tight(),
  'loose-excess': loose(),
  'broken-refused': broken(),
  'incomplete-record': incomplete(),
  'no-recorder': unrecorded(),
};
