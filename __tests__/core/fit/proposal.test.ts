import { describe, expect, it } from '@jest/globals';
import { InternalError } from '../../../src/core/errors.js';
import type { Capability } from '../../../src/core/capability/names.js';
import type { Proposal } from '../../../src/core/fit/minimize-report.js';
import { propose } from '../../../src/core/fit/proposal.js';
import { parsePolicy } from '../../../src/core/policy/parse.js';

const HEAD = ['version: 1', 'services:', '  web:', '    image: nginx', '    tests: [{ name: answers, tcp: 80 }]'];

function proposal(run: readonly string[], capabilities: readonly Capability[]): Proposal {
  const text = [...HEAD, ...run.map((line) => `    ${line}`), ''].join('\n');
  const service = parsePolicy('ci/tightfit.yml', text).policy?.services[0];
  if (service === undefined) throw new InternalError('the policy of the test is wrong');
  return propose({ service, file: 'ci/tightfit.yml', text, capabilities, usedProfile: 'U', neededProfile: 'N' });
}

/** The changed lines of a patch. */
function changes({ policyPatch }: Proposal): readonly string[] | undefined {
  return policyPatch?.split('\n').filter((line) => /^[-+](?![-+])/.test(line));
}

describe('a proposal', () => {
  it('drops everything and adds back what is needed, when a default capability goes', () => {
    const found = proposal([], ['SETGID', 'SETUID']);
    expect(changes(found)).toEqual([
      '+    run:',
      '+      cap_drop: [ALL]',
      '+      cap_add: [SETGID, SETUID]',
      "+      security_opt: ['seccomp:web.used.json']",
    ]);
    expect(found).toMatchObject({
      usedProfile: 'U',
      neededProfile: 'N',
      runFlags: ['--cap-drop=ALL', '--cap-add=SETGID', '--cap-add=SETUID', '--security-opt=seccomp=web.used.json'],
    });
  });

  it('only removes what is added in excess', () => {
    expect(changes(proposal(['run: { cap_drop: [ALL], cap_add: [KILL, SETUID] }'], ['SETUID']))).toEqual([
      '-    run: { cap_drop: [ALL], cap_add: [KILL, SETUID] }',
      "+    run: { cap_drop: [ALL], cap_add: [SETUID], security_opt: ['seccomp:web.used.json'] }",
    ]);
  });

  it('has no patch when nothing has to change', () => {
    const run = ['run: { cap_drop: [ALL], security_opt: ["seccomp:web.used.json"] }'];
    expect(proposal(run, []).policyPatch).toBe('');
  });

  it('says so when the text cannot be changed in place', () => {
    const found = proposal(['run:', '  ? cap_add', '  : - SYS_TIME', '    - SYS_BOOT'], []);
    expect(found.policyPatch).toBeNull();
    expect(found.runFlags[0]).toBe('--cap-drop=ALL');
  });

  it('gives every option of the run block as a flag', () => {
    const run = [
      'run:',
      '  security_opt: ["no-new-privileges:true"]',
      '  sysctls: { net.ipv4.ip_unprivileged_port_start: 0 }',
      '  user: "33:33"',
      '  group_add: [tty]',
      "  environment: { MOTTO: it's $HOME }",
      '  working_dir: /srv',
      '  init: true',
      '  stop_signal: SIGINT',
      '  stop_grace_period: 1500ms',
      '  read_only: true',
      '  tmpfs: [/run, "/tmp:size=1m"]',
      '  volumes: ["./site:/srv/site:ro", /var/cache]',
      '  pids_limit: 16',
      '  mem_limit: 64m',
      '  cpus: 0.5',
      '  ulimits: { nofile: { soft: 10, hard: 20 } }',
    ];
    expect(proposal(run, []).runFlags).toEqual([
      '--cap-drop=ALL',
      '--security-opt=no-new-privileges',
      '--security-opt=seccomp=web.used.json',
      '--sysctl=net.ipv4.ip_unprivileged_port_start=0',
      '--user=33:33',
      '--group-add=tty',
      "--env=MOTTO=it's $HOME",
      '--workdir=/srv',
      '--init',
      '--stop-signal=SIGINT',
      '--stop-timeout=2',
      '--read-only',
      '--tmpfs=/run',
      '--tmpfs=/tmp:size=1m',
      '--volume=./site:/srv/site:ro',
      '--volume=/var/cache',
      '--pids-limit=16',
      '--memory=64m',
      '--cpus=0.5',
      '--ulimit=nofile=10:20',
    ]);
  });
});
