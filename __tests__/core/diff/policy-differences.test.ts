import { describe, expect, test } from '@jest/globals';
import { comparePolicies } from '../../support/compared.js';

const BASE = {
  image: 'web:1',
  run: {
    cap_drop: ['ALL'],
    cap_add: ['SETUID'],
    security_opt: ['no-new-privileges:true'],
    read_only: true,
    user: '1000:1000',
    tmpfs: ['/run:size=1m,mode=755'],
    volumes: ['./site:/srv:ro'],
    pids_limit: 64,
    mem_limit: '64m',
    cpus: 0.5,
    ulimits: { nofile: { soft: 10, hard: 20 } },
    sysctls: { 'net.ipv4.ip_unprivileged_port_start': 1024, 'net.ipv4.ping_group_range': '1 0' },
  },
  ready: { tcp: 80 },
  tests: [
    {
      name: 'page',
      timeout: '5s',
      retries: 1,
      http: { port: 80, path: '/a', body: { contains: ['hello', 'world'], absent: 'error', json: { '/ok': true } } },
    },
    { name: 'ping', exec: { command: ['ping'], stdout: { matches: '^p' } } },
  ],
  limits: { looseness: 10, unused_capabilities: 0 },
  exceptions: [{ syscall: 'fsync', reason: 'nightly', expires: '2030-01-01' }],
};

type Changes = Readonly<Record<string, unknown>>;

function run(changes: Changes): Changes {
  return { ...BASE, run: { ...BASE.run, ...changes } };
}

function page(changes: Changes): Changes {
  const [first, ...others] = BASE.tests;
  return { ...BASE, tests: [{ ...first, ...changes }, ...others] };
}

function body(changes: Changes): Changes {
  return page({
    http: {
      port: 80,
      path: '/a',
      body: { contains: ['hello', 'world'], absent: 'error', json: { '/ok': true }, ...changes },
    },
  });
}

/** What is looser, with the name it is told by. */
const LOOSENINGS: readonly (readonly [what: string, name: string, after: Changes])[] = [
  ['a capability', 'NET_RAW', run({ cap_add: ['SETUID', 'NET_RAW'] })],
  ['capabilities no longer dropped', 'CHOWN', run({ cap_drop: [] })],
  ['no seccomp', 'mount', run({ security_opt: ['no-new-privileges:true', 'seccomp=unconfined'] })],
  ['calls that a capability opens', 'mount', run({ cap_add: ['SETUID', 'SYS_ADMIN'] })],
  ['no AppArmor', 'apparmor', run({ security_opt: ['no-new-privileges:true', 'apparmor=unconfined'] })],
  ['no SELinux label', 'label', run({ security_opt: ['no-new-privileges:true', 'label=disable'] })],
  ['privileges to gain', 'no-new-privileges', run({ security_opt: [] })],
  ['a writable root', 'read_only', run({ read_only: false })],
  ['root', 'user', run({ user: 'root' })],
  ["the image's own user", 'user', run({ user: undefined })],
  ['the root group', 'user', run({ user: '1000:0' })],
  ['another group', 'group_add disk', run({ group_add: ['disk'] })],
  ['a place to write', 'tmpfs /tmp', run({ tmpfs: ['/run:size=1m,mode=755', '/tmp'] })],
  ['programs on a tmpfs', 'tmpfs /run noexec', run({ tmpfs: ['/run:size=1m,mode=755,exec'] })],
  ['setuid programs on a tmpfs', 'tmpfs /run nosuid', run({ tmpfs: ['/run:size=1m,mode=755,suid'] })],
  ['devices on a tmpfs', 'tmpfs /run nodev', run({ tmpfs: ['/run:size=1m,mode=755,dev'] })],
  ['a larger tmpfs', 'tmpfs /run size', run({ tmpfs: ['/run:size=2m,mode=755'] })],
  ['a tmpfs of any size', 'tmpfs /run size', run({ tmpfs: ['/run:mode=755'] })],
  ['a volume', 'volume /var/lib', run({ volumes: ['./site:/srv:ro', '/var/lib'] })],
  ['a folder of the host', './etc at /etc', run({ volumes: ['./site:/srv:ro', './etc:/etc:ro'] })],
  ['a folder of the host to write', './site at /srv read-only', run({ volumes: ['./site:/srv'] })],
  ['more processes', 'pids_limit', run({ pids_limit: 65 })],
  ['processes without limit', 'pids_limit', run({ pids_limit: undefined })],
  ['more memory', 'mem_limit', run({ mem_limit: '65m' })],
  ['more processors', 'cpus', run({ cpus: 1 })],
  ['a higher ulimit', 'ulimit nofile (hard)', run({ ulimits: { nofile: { soft: 10, hard: 30 } } })],
  ['no ulimit', 'ulimit nofile (soft)', run({ ulimits: {} })],
  ['an unlimited ulimit', 'ulimit nofile (hard)', run({ ulimits: { nofile: { soft: 10, hard: -1 } } })],
  [
    'lower ports',
    'net.ipv4.ip_unprivileged_port_start',
    run({ sysctls: { ...BASE.run.sysctls, 'net.ipv4.ip_unprivileged_port_start': 80 } }),
  ],
  [
    'ports as Docker has them',
    'net.ipv4.ip_unprivileged_port_start',
    run({ sysctls: { 'net.ipv4.ping_group_range': '1 0' } }),
  ],
  [
    'more who may ping',
    'net.ipv4.ping_group_range',
    run({ sysctls: { ...BASE.run.sysctls, 'net.ipv4.ping_group_range': '0 9' } }),
  ],
  ['the internet', 'networks.egress', run({ networks: { egress: true } })],
  ['more time to stop', 'stop_grace_period', run({ stop_grace_period: '20s' })],
  ['a test less', 'ping', { ...BASE, tests: BASE.tests.slice(0, 1) }],
  ['another question', 'page', page({ http: { ...BASE.tests[0]?.http, path: '/b' } })],
  ['another status', 'page', page({ http: { ...BASE.tests[0]?.http, status: 404 } })],
  ['an expected text less', 'page', body({ contains: ['hello'] })],
  ['a shorter text', 'page', body({ contains: ['hell', 'world'] })],
  ['nothing that must be absent', 'page', body({ absent: undefined })],
  ['less that must be absent', 'page', body({ absent: 'errors' })],
  ['another value in JSON', 'page', body({ json: { '/ok': 1 } })],
  ['a longer wait', 'page: timeout', page({ timeout: '6s' })],
  ['more attempts', 'page: retries', page({ retries: 2 })],
  ['a higher limit', 'looseness', { ...BASE, limits: { looseness: 11, unused_capabilities: 0 } }],
  ['the built-in limit', 'looseness', { ...BASE, limits: { unused_capabilities: 0 } }],
  ['unused capabilities', 'unused_capabilities', { ...BASE, limits: { looseness: 10, unused_capabilities: 1 } }],
  [
    'an exception',
    'syscall mount',
    { ...BASE, exceptions: [...BASE.exceptions, { syscall: 'mount', reason: 'r', expires: '2030-01-01' }] },
  ],
  [
    'a longer exception',
    'syscall fsync',
    { ...BASE, exceptions: [{ syscall: 'fsync', reason: 'nightly', expires: '2031-01-01' }] },
  ],
];

/** What is neither looser nor tighter. */
const NEUTRAL: readonly (readonly [what: string, names: readonly string[], after: Changes])[] = [
  ['nothing', [], { ...BASE }],
  ['another spelling', [], run({ cap_add: ['cap_setuid'], mem_limit: '65536k', security_opt: ['no-new-privileges'] })],
  ['another order', [], { ...BASE, tests: BASE.tests.toReversed() }],
  ['the limits that hold anyway', [], run({ tmpfs: ['/run:mode=755,noexec,nosuid,nodev,rw,size=1024k'] })],
  ['another image', ['image'], { ...BASE, image: 'web:2' }],
  ['another user', ['user'], run({ user: '1001:1000' })],
  ['another program', ['command'], run({ command: ['sleep', '1'] })],
  ['another environment', ['environment'], run({ environment: { A: 'b' } })],
  ['another mode', ['tmpfs /run options'], run({ tmpfs: ['/run:size=1m,mode=700'] })],
  ['another sign of readiness', ['ready'], { ...BASE, ready: { tcp: 81 } }],
  [
    'another reason',
    ['syscall fsync: reason'],
    { ...BASE, exceptions: [{ syscall: 'fsync', reason: 'x', expires: '2030-01-01' }] },
  ],
];

const after = (service: Changes): ReturnType<typeof comparePolicies> =>
  comparePolicies({ web: BASE }, { web: service });
const namesOf = (differences: ReturnType<typeof comparePolicies>, direction: string): readonly string[] =>
  differences.filter((difference) => difference.direction === direction).map(({ name }) => name);

describe('a policy', () => {
  test.each(LOOSENINGS)('is looser with %s: %s', (_, name, service) => {
    expect(namesOf(after(service), 'looser')).toContain(name);
  });

  test.each(LOOSENINGS)('is tighter the other way: %s: %s', (_, name, service) => {
    const back = comparePolicies({ web: service }, { web: BASE });
    expect(namesOf(back, 'tighter').toSorted()).toEqual(namesOf(after(service), 'looser').toSorted());
    expect(namesOf(back, 'looser').toSorted()).toEqual(namesOf(after(service), 'tighter').toSorted());
    expect(namesOf(back, 'tighter')).toContain(name);
  });

  test.each(NEUTRAL)('is neither with %s', (_, names, service) => {
    expect(namesOf(after(service), 'changed')).toEqual(names);
    expect([...namesOf(after(service), 'looser'), ...namesOf(after(service), 'tighter')]).toEqual([]);
  });

  test('is looser without a service, and tighter with a new one', () => {
    const two = comparePolicies({ web: BASE }, { web: BASE, db: BASE });
    const one = comparePolicies({ web: BASE, db: BASE }, { web: BASE });
    expect(two).toMatchObject([{ direction: 'tighter', aspect: 'service', service: 'db', after: 'judged' }]);
    expect(one).toMatchObject([{ direction: 'looser', aspect: 'service', service: 'db', after: 'not judged' }]);
  });

  test('asks more with a longer text or one that must be absent altogether', () => {
    expect(after(body({ contains: ['hello world'] })).map(({ direction }) => direction)).toEqual(['tighter']);
    expect(after(body({ absent: 'err' })).map(({ direction }) => direction)).toEqual(['tighter']);
  });

  test('says whose difference it is and what it was before', () => {
    expect(after(run({ pids_limit: undefined }))).toEqual([
      {
        direction: 'looser',
        aspect: 'resource',
        service: 'web',
        abi: null,
        name: 'pids_limit',
        before: '64',
        after: 'no limit',
        example: '',
      },
    ]);
  });

  test('where a place to write is no grant is changed by one', () => {
    const writable = run({ read_only: false });
    const more = run({ read_only: false, tmpfs: ['/run:size=1m,mode=755', '/tmp'] });
    expect(comparePolicies({ web: writable }, { web: more })).toMatchObject([
      { direction: 'changed', name: 'tmpfs /tmp' },
    ]);
  });

  test('a root file system that becomes read-only but for a place is tighter alone, and looser the other way', () => {
    const open = run({ read_only: false, tmpfs: undefined });
    const closed = run({ read_only: true, tmpfs: ['/run'] });
    const directions = (before: Changes, after: Changes): readonly string[] =>
      comparePolicies({ web: before }, { web: after }).map(({ direction, name }) => `${direction} ${name}`);
    expect(directions(open, closed)).toEqual(['tighter read_only', 'changed tmpfs /run']);
    expect(directions(closed, open)).toEqual(['looser read_only', 'changed tmpfs /run']);
  });
});
