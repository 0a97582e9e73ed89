import type { Finding } from '../../src/core/finding.js';
import type { CheckResult, EnvironmentFacts, GrantRow, ServiceResult } from '../../src/core/result.js';
import { RULES, type RuleId } from '../../src/core/rules.js';
import type { ExerciseResult, ProcessFacts, StepOutcome } from '../../src/core/smoke/outcome.js';
import { sampleContents } from './sample-contents.js';
import { sampleMember, sampleSurroundings } from './sample-surroundings.js';

const IMAGE_ID = `sha256:${'4f2a91c07be6d853'.repeat(4)}`;

const ENVIRONMENT: EnvironmentFacts = {
  engine: 'Docker 24.0.5',
  runtime: 'runc 1.1.5',
  kernel: '6.18.44',
  arch: 'amd64',
  operatingSystem: 'Debian GNU/Linux 12 (bookworm)',
  cgroupVersion: '2',
};

/** A finding with its rule's own severity. */
export function finding(rule: RuleId, changes: Partial<Finding>): Finding {
  const { severity, title } = RULES[rule];
  return { rule, severity, service: 'samba', message: title, advice: '', location: null, grants: [], ...changes };
}

function at(file: string, line: number, column: number): Pick<Finding, 'location'> {
  return { location: { file: `examples/samba/${file}`, line, column } };
}

function step(kind: StepOutcome['kind'], name: string, changes: Partial<StepOutcome> = {}): StepOutcome {
  return { kind, name, state: 'passed', difference: '', duration: 310, attempts: 1, ...changes };
}

const PROCESS: ProcessFacts = {
  pid: 4711,
  lineage: 'smbd',
  uid: 0,
  gid: 0,
  capEff: '00000000000000c0',
  capPrm: '00000000000000c0',
  capBnd: '00000000000000c0',
  capAmb: '0000000000000000',
  noNewPrivs: true,
  seccomp: 2,
  seccompFilters: 1,
};

const LIST = 'list the share and fetch a file';
const STORE = 'store a file';
const START = [step('start', 'start', { duration: 420 }), step('ready', 'ready', { duration: 1210, attempts: 12 })];
const PASSED = [
  ...START,
  step('test', LIST, { duration: 640 }),
  step('test', STORE, { duration: 590 }),
  step('stop', 'stop'),
];
const REFUSED = 'exit code 1, expected 0; it said: tree connect failed: NT_STATUS_ACCESS_DENIED';

/** A run that works, unless changed. */
export function exercise(changes: Partial<ExerciseResult> = {}): ExerciseResult {
  return {
    works: true,
    steps: PASSED,
    end: { exitCode: 0, oomKilled: false, restarts: 0, error: '' },
    processes: [PROCESS, { ...PROCESS, pid: 4720, lineage: 'smbd > smbd', uid: 65534, gid: 65534 }],
    surroundings: sampleSurroundings({ processes: [sampleMember({ pid: 4711, lineage: 'smbd' })] }),
    log: '',
    record: null,
    unrecorded: null,
    duration: 5230,
    ...changes,
  };
}

const NEEDED = `without it: test "${LIST}" failed: ${REFUSED}`;
const GRANTS: readonly GrantRow[] = [
  { kind: 'capability', name: 'SETGID', state: 'needed', evidence: NEEDED },
  {
    kind: 'capability',
    name: 'SETUID',
    state: 'needed',
    evidence: 'without it: ready failed: not ready within 3630 ms\nport 445: connection refused',
  },
];

/** A tight Samba, unless changed. */
export function service(changes: Partial<ServiceResult> = {}): ServiceResult {
  return {
    name: 'samba',
    verdict: 'tight',
    looseness: null,
    syscalls: null,
    fit: null,
    image: { reference: 'tightfit/samba', id: IMAGE_ID },
    capabilities: {
      requested: ['-ALL', '+SETGID', '+SETUID'],
      bounding: ['SETGID', 'SETUID'],
      effective: ['SETGID', 'SETUID'],
    },
    seccomp: {
      source: 'profile.json',
      sha256: 'a1'.repeat(32),
      allowed: { always: 117, conditionally: 3, dockerDefault: 361 },
    },
    grants: GRANTS,
    declared: exercise(),
    control: exercise({ processes: [{ ...PROCESS, capBnd: '00000000a80425fb' }] }),
    trials: [
      { without: ['SETGID', 'SETUID'], kept: [], works: false, failure: NEEDED, duration: 4000 },
      { without: ['SETUID'], kept: ['SETGID'], works: false, failure: NEEDED, duration: 4000 },
      { without: ['SETGID'], kept: ['SETUID'], works: false, failure: NEEDED, duration: 4000 },
    ],
    contents: null,
    reach: null,
    minimize: null,
    ...changes,
  };
}

/** A check of a tight Samba, unless changed. */
export function result(changes: Partial<CheckResult> = {}): CheckResult {
  const findings = changes.findings ?? [
    finding('runs-as-root', {
      message: 'the service starts as root (user "0:0")',
      advice: 'Set user to an unprivileged uid if the service can start as one.',
      ...at('tightfit.yml', 12, 13),
    }),
  ];
  return {
    version: 1,
    tool: { name: 'tightfit', version: '0.1.0' },
    run: {
      id: 'k3v9x0a1b2',
      mode: 'check',
      startedAt: '2026-05-04T10:11:12.000Z',
      duration: 31_400,
      shard: null,
      services: ['samba'],
    },
    policy: { file: 'examples/samba/tightfit.yml', sha256: 'b2'.repeat(32) },
    environment: ENVIRONMENT,
    verdict: 'tight',
    services: [service()],
    findings,
    findingCount: findings.length,
    ...changes,
  };
}

function loose(): CheckResult {
  const unused = (name: 'CHOWN' | 'NET_RAW', column: number): Finding =>
    finding('unused-capability', {
      message: `${name} is granted and not needed in these tests: the service works without it`,
      advice: `Remove ${name} from cap_add.`,
      ...at('loose.yml', 9, column),
      grants: [name],
    });
  const evidence = 'the service works without it in these tests';
  return result({
    verdict: 'loose',
    policy: { file: 'examples/samba/loose.yml', sha256: 'c3'.repeat(32) },
    services: [
      service({
        verdict: 'loose',
        capabilities: {
          requested: ['-ALL', '+SETGID', '+SETUID', '+NET_RAW', '+CHOWN'],
          bounding: ['CHOWN', 'SETGID', 'SETUID', 'NET_RAW'],
          effective: ['CHOWN', 'SETGID', 'SETUID', 'NET_RAW'],
        },
        grants: [
          { kind: 'capability', name: 'CHOWN', state: 'unused', evidence },
          ...GRANTS,
          { kind: 'capability', name: 'NET_RAW', state: 'unused', evidence },
        ],
      }),
    ],
    findings: [
      unused('NET_RAW', 34),
      unused('CHOWN', 43),
      finding('limit-exceeded', {
        message: '2 capabilities granted and not needed in these tests (CHOWN, NET_RAW); the limit is 0',
        advice: 'Remove them, or add an exception with a reason and an expiry for what the tests cannot reach.',
        ...at('loose.yml', 31, 37),
        grants: ['CHOWN', 'NET_RAW'],
      }),
    ],
  });
}

const FAILED: ExerciseResult = exercise({
  works: false,
  steps: [
    ...START,
    step('test', LIST, { state: 'failed', difference: REFUSED, duration: 4100, attempts: 3 }),
    step('test', STORE, { state: 'skipped', duration: 0, attempts: 0 }),
    step('stop', 'stop'),
  ],
  end: { exitCode: null, oomKilled: false, restarts: 0, error: '' },
  processes: [{ ...PROCESS, capEff: '0000000000000040' }],
  log: [
    'smbd version 4.17.12-Debian started.',
    'Copyright Andrew Tridgell and the Samba Team 1992-2022',
    '\u001b[31mset_effective_uid: setresuid failed: Operation not permitted\u001b[0m',
    'PANIC (pid 41): failed to set uid',
    '',
  ].join('\n'),
});

function broken(): CheckResult {
  return result({
    verdict: 'broken',
    policy: { file: 'examples/samba/broken.yml', sha256: 'd4'.repeat(32) },
    services: [
      service({
        verdict: 'broken',
        capabilities: { requested: ['-ALL', '+SETGID'], bounding: ['SETGID'], effective: ['SETGID'] },
        grants: [{ kind: 'capability', name: 'SETGID', state: 'untried', evidence: 'not tried' }],
        declared: FAILED,
        trials: [],
      }),
    ],
    findings: [
      finding('broken-by-confinement', {
        message: 'the service works under engine defaults and fails as declared, twice: its confinement breaks it',
        advice: 'Grant what the failing step needs: a capability, a syscall, a writable path or a higher limit.',
        ...at('broken.yml', 4, 3),
      }),
      finding('test-failed', {
        message: `test "${LIST}" failed: ${REFUSED}`,
        advice: "Compare with the test's expectation; the container's log is in the report.",
        ...at('broken.yml', 19, 9),
      }),
    ],
  });
}

function mistaken(): CheckResult {
  const mistake = (line: number, column: number, words: Pick<Finding, 'message' | 'advice'>): Finding =>
    finding('policy-invalid', { service: null, ...words, ...at('typo.yml', line, column) });
  return result({
    verdict: 'unjudged',
    policy: { file: 'examples/samba/typo.yml', sha256: 'e5'.repeat(32) },
    environment: null,
    services: [],
    findings: [
      mistake(7, 7, { message: 'unknown key "cap_ad"', advice: 'Did you mean cap_add?' }),
      mistake(8, 18, { message: 'unknown capability "SETUDI"', advice: 'Did you mean SETUID?' }),
      mistake(21, 14, {
        message: 'timeout is 20, expected a duration',
        advice: 'Write a number with a unit, such as 20s.',
      }),
    ],
    findingCount: 5,
  });
}

function flaky(): CheckResult {
  return result({
    verdict: 'unjudged',
    services: [
      service({
        verdict: 'unjudged',
        declared: FAILED,
        grants: GRANTS.map(({ kind, name }) => ({ kind, name, state: 'untried', evidence: 'not tried' })),
        trials: [],
      }),
    ],
    findings: [
      finding('flaky-service', {
        message: 'as declared the service failed once and worked once, so nothing follows from either run',
        advice: 'Make its start-up and tests deterministic: a ready check that means ready, longer timeouts, retries.',
        ...at('tightfit.yml', 4, 3),
      }),
    ],
  });
}

function withoutEngine(): CheckResult {
  return result({
    verdict: 'unjudged',
    environment: null,
    services: [],
    findings: [
      finding('engine-unavailable', {
        service: null,
        message: 'no container engine answers at unix:///var/run/docker.sock (ENOENT)',
        advice: 'Start it, e.g. with "sudo systemctl start docker", or set DOCKER_HOST.',
      }),
    ],
  });
}

function linted(): CheckResult {
  const unrun = service({ image: null, grants: [], declared: null, control: null, trials: [] });
  return result({
    run: {
      id: 'k3v9x0a1b2',
      mode: 'lint',
      startedAt: '2026-05-04T10:11:12.000Z',
      duration: 40,
      shard: null,
      services: ['samba'],
    },
    environment: null,
    services: [unrun],
  });
}

function several(): CheckResult {
  const [one] = loose().services;
  const [two] = broken().services;
  return result({
    verdict: 'broken',
    policy: { file: 'tightfit.yml', sha256: 'f6'.repeat(32) },
    services: [
      ...(one === undefined ? [] : [{ ...one, name: 'loose', looseness: 31 }]),
      ...(two === undefined ? [] : [{ ...two, name: 'broken' }]),
      service({ looseness: 4 }),
    ],
    findings: [
      ...loose().findings.map((each) => ({ ...each, service: 'loose' })),
      ...broken().findings.map((each) => ({ ...each, service: 'broken' })),
    ],
    findingCount: 5,
  });
}

/** One result for each way a check can end, by the name of its golden folder. */
export const SAMPLES: Readonly<Record<string, CheckResult>> = {
  tight: result(),
  loose: loose(),
  broken: broken(),
  'policy-mistake': mistaken(),
  flaky: flaky(),
  'no-engine': withoutEngine(),
  lint: linted(),
  'several-services': several(),
  'image-contents': result({ services: [service({ contents: sampleContents() })] }),
};
