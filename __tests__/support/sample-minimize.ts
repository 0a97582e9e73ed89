import type { BreakRow, MinimizeReport } from '../../src/core/fit/minimize-report.js';
import type { CheckResult } from '../../src/core/result.js';
import { result, service } from './sample-results.js';

const LIST = 'list the share and fetch a file';
const DENIED = 'exit code 1, expected 0; it said: tree connect failed: NT_STATUS_ACCESS_DENIED';

/** A needed syscall that smbd is refused, unless changed. */
export function breakRow(name: string, changes: Partial<BreakRow> = {}): BreakRow {
  return {
    kind: 'syscall',
    name,
    state: 'needed',
    effect: 'test-fails',
    step: LIST,
    message: DENIED,
    program: 'smbd',
    refused: [`${name} (ENOSYS)`],
    trial: 12,
    ...changes,
  };
}

const UNTRIED = {
  state: 'frozen',
  effect: null,
  step: '',
  message: '',
  program: '',
  refused: [],
  trial: null,
} as const;

const ROWS: readonly BreakRow[] = [
  breakRow('accept', {
    effect: 'not-ready',
    step: 'ready',
    message: 'not ready within 3630 ms\nport 445: connection refused',
    trial: 31,
  }),
  breakRow('getcwd', { message: 'exit code 1, expected 0; it said: chdir (/dir_share_test) failed', trial: 44 }),
  breakRow('mmap', {
    effect: 'will-not-start',
    step: 'start',
    message: 'exit code 127: error while loading shared libraries: libsmbd-base-samba4.so.0',
    trial: 40,
  }),
  breakRow('kill', { effect: 'stops-uncleanly', step: 'stop', message: 'exit code 137 after 10 s', trial: 52 }),
  breakRow('SETUID', { kind: 'capability', program: '', refused: [], trial: 3 }),
  breakRow('SETGID', { kind: 'capability', trial: 2, refused: ['setgroups (EPERM)'] }),
  breakRow('geteuid', {
    state: 'frozen',
    effect: 'more-privileged',
    step: '',
    message: 'smbd > smbd had uid 0 instead of 65534',
    trial: 90,
  }),
  breakRow('fstatfs', { state: 'frozen', effect: 'works', step: '', message: '', program: '', refused: [], trial: 91 }),
  breakRow('capset', UNTRIED),
  breakRow('execve', UNTRIED),
];

const PATCH = `--- a/examples/samba/loose.yml
+++ b/examples/samba/loose.yml
@@ -7,6 +7,6 @@
     run:
       cap_drop: [ALL]
-      cap_add: [CHOWN, NET_RAW, SETGID, SETUID]
-      security_opt: ['no-new-privileges:true', 'seccomp:profile.json']
+      cap_add: [SETGID, SETUID]
+      security_opt: ['no-new-privileges:true', 'seccomp:samba.used.json']
       read_only: true
`;

/** What minimizing Samba shows, unless changed. */
export function minimizeReport(changes: Partial<MinimizeReport> = {}): MinimizeReport {
  return {
    key: {
      imageId: `sha256:${'4f2a91c07be6d853'.repeat(4)}`,
      engine: 'Docker 24.0.5',
      runtime: 'runc 1.1.5',
      libseccomp: '2.5.4',
      kernel: '6.18.44',
      arch: 'amd64',
      noNewPrivileges: true,
      user: '',
      capabilities: ['SETGID', 'SETUID'],
    },
    recorded: true,
    capabilities: { from: ['CHOWN', 'SETGID', 'SETUID', 'NET_RAW'], needed: ['SETGID', 'SETUID'] },
    syscalls: {
      from: 305,
      used: ['accept', 'capset', 'execve', 'fstatfs', 'fsync', 'getcwd', 'geteuid', 'kill', 'mmap', 'statx'],
      needed: ['accept', 'capset', 'execve', 'fstatfs', 'getcwd', 'geteuid', 'kill', 'mmap'],
      frozen: ['capset', 'execve', 'fstatfs', 'geteuid'],
      forRuntimes: [
        { call: 'capset', answers: ['EPERM', 'ENOSYS'], runtimes: ['runc 1.1.5', 'crun 1.28'] },
        { call: 'execve', answers: ['EPERM', 'ENOSYS'], runtimes: ['runc 1.1.5', 'crun 1.28'] },
        { call: 'fstatfs', answers: ['EPERM', 'ENOSYS'], runtimes: ['runc 1.1.5'] },
      ],
    },
    rows: ROWS,
    confirmation: { repeats: 20, failures: 0, privilegeRegressions: 0, failureBound: 0.15 },
    trials: { total: 118, capabilities: 5, syscalls: 90, controls: 3, confirmations: 20, duration: 76_400, jobs: 2 },
    proposal: {
      usedProfile: '{ "defaultAction": "SCMP_ACT_ERRNO", "syscalls": [] }\n',
      neededProfile: '{ "defaultAction": "SCMP_ACT_ERRNO" }\n',
      policyPatch: PATCH,
      runFlags: ['--cap-drop=ALL', '--cap-add=SETGID', '--cap-add=SETUID', "--env=MOTTO=it's $HOME", '--read-only'],
    },
    notes: ['NET_BIND_SERVICE is not needed because net.ipv4.ip_unprivileged_port_start is 0 in the container.'],
    ...changes,
  };
}

/** A minimization of Samba, unless changed. */
export function minimized(changes: Partial<MinimizeReport> = {}): CheckResult {
  return result({
    run: {
      id: 'k3v9x0a1b2',
      mode: 'minimize',
      startedAt: '2026-05-04T10:11:12.000Z',
      duration: 81_900,
      shard: null,
      services: ['samba'],
    },
    services: [service({ minimize: minimizeReport(changes) })],
  });
}

/** One result for each way a minimization can end, by the name of its golden folder. */
export const MINIMIZED_SAMPLES: Readonly<Record<string, CheckResult>> = {
  minimized: minimized(),
  'minimized-unsure': minimized({
    recorded: false,
    capabilities: { from: ['SETUID'], needed: [] },
    rows: [],
    confirmation: { repeats: 20, failures: 2, privilegeRegressions: 1, failureBound: 0.283 },
    proposal: { ...minimizeReport().proposal, policyPatch: null },
    notes: [],
  }),
};
