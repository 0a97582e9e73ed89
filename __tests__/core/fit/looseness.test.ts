import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { callWeight } from '../../../src/core/fit/call-weight.js';
import { grantedCalls } from '../../../src/core/fit/granted-call.js';
import { couldExceed, looseness, type LoosenessInput, type WeighedGrant } from '../../../src/core/fit/looseness.js';
import type { Filter } from '../../../src/core/seccomp/filter.js';
import { defaultFilter, filterOf, allowing, unconfinedFilter } from '../../support/sample-filter.js';

const NONE: ReadonlySet<string> = new Set();

function weighed(filter: Filter): readonly WeighedGrant[] {
  return grantedCalls(filter).map((grant) => ({ name: grant.name, weight: callWeight(grant).weight }));
}

function input(changes: Partial<LoosenessInput>): LoosenessInput {
  return { granted: [], reference: [], used: NONE, excepted: NONE, smallest: 0.05, ...changes };
}

const DOCKER = weighed(defaultFilter());
const ALL = weighed(unconfinedFilter());
const NAMES = ALL.map(({ name }) => name);
/** Calls that a service may use: any of those Docker's default lets through. */
const usedNames = fc.subarray(
  DOCKER.map(({ name }) => name),
  { maxLength: 150 },
);
const grants = fc.subarray([...ALL]);

describe('looseness, by hand', () => {
  const reference = [
    { name: 'a', weight: 10 },
    { name: 'b', weight: 3 },
    { name: 'c', weight: 1 },
    { name: 'd', weight: 0.2 },
  ];

  it('weighs what is granted and not used against the same of the reference', () => {
    const granted = [
      { name: 'b', weight: 0.75 },
      { name: 'c', weight: 1 },
      { name: 'e', weight: 10 },
    ];
    const result = looseness(input({ granted, reference, used: new Set(['c', 'd']) }));
    expect(result).toEqual({ score: 82.7, plain: 100, excess: 10.75, reference: 13 });
  });

  it('does not count what is excepted, in the reference neither more nor less', () => {
    const granted = [
      { name: 'a', weight: 10 },
      { name: 'c', weight: 1 },
    ];
    const result = looseness(input({ granted, reference, excepted: new Set(['a']) }));
    expect(result).toEqual({ score: 7, plain: 25, excess: 1, reference: 14.2 });
  });

  it('is finite where Docker’s default would leave nothing unused', () => {
    const granted = [{ name: 'e', weight: 10 }];
    const result = looseness(input({ granted, reference, used: new Set(['a', 'b', 'c', 'd']), smallest: 1 }));
    expect(result).toMatchObject({ score: 1000, reference: 0 });
    expect(looseness(input({ granted: [] }))).toMatchObject({ score: 0, plain: 0 });
  });
});

describe('looseness, its known points', () => {
  /** As much as nginx, redis and memcached use: what Docker's default leaves unused of them weighs 307. */
  const used = new Set(
    'accept accept4 access arch_prctl bind brk clone close connect dup2 epoll_create epoll_create1 epoll_ctl epoll_wait eventfd2 execve exit exit_group fcntl fstat fstatfs futex getcwd getdents64 getegid geteuid getgid getpid getppid getrandom getsockname getsockopt getuid ioctl listen lseek madvise mmap mprotect munmap newfstatat openat pipe2 prctl pread64 prlimit64 read recvfrom rt_sigaction rt_sigprocmask rt_sigreturn rt_sigsuspend set_robust_list set_tid_address setsockopt sigaltstack socket socketpair sysinfo uname write writev'.split(
      ' ',
    ),
  );
  const scoreOf = (filter: Filter): number =>
    looseness(input({ granted: weighed(filter), reference: DOCKER, used })).score;

  it('Docker’s default is 100', () => {
    expect(scoreOf(defaultFilter())).toBe(100);
  });

  it('Docker’s default with SYS_ADMIN is 175', () => {
    expect(Math.abs(scoreOf(defaultFilter(['SYS_ADMIN'])) - 175)).toBeLessThanOrEqual(2);
  });

  it('unconfined is between 292 and 298', () => {
    const score = scoreOf(unconfinedFilter());
    expect(score).toBeGreaterThanOrEqual(292);
    expect(score).toBeLessThanOrEqual(298);
  });

  it('seven ordinary calls and a getter beyond use weigh 7.2 of 307', () => {
    const names = [...used, 'alarm', 'chmod', 'flock', 'getpgrp', 'link', 'mkdir', 'rename', 'umask'];
    expect(scoreOf(filterOf(allowing(names)))).toBe(2.3);
  });
});

describe('looseness, always', () => {
  it('is 0 when nothing is granted but what is used', () => {
    fc.assert(
      fc.property(usedNames, (names) => {
        const used = new Set(names);
        const granted = ALL.filter(({ name }) => used.has(name));
        expect(looseness(input({ granted, reference: DOCKER, used }))).toMatchObject({ score: 0, plain: 0, excess: 0 });
      }),
    );
  });

  it('is 100 for Docker’s default, whatever is used', () => {
    fc.assert(
      fc.property(fc.subarray(NAMES, { maxLength: 200 }), (names) => {
        const { score, plain } = looseness(input({ granted: DOCKER, reference: DOCKER, used: new Set(names) }));
        expect({ score, plain }).toEqual({ score: 100, plain: 100 });
      }),
    );
  });

  it('never falls by a further grant, nor rises by an exception', () => {
    fc.assert(
      fc.property(grants, grants, usedNames, fc.subarray(NAMES), (some, more, names, excepted) => {
        const used = new Set(names);
        const granted = ALL.filter((grant) => some.includes(grant) || more.includes(grant));
        const less = looseness(input({ granted: some, reference: DOCKER, used }));
        const larger = looseness(input({ granted, reference: DOCKER, used }));
        const excused = looseness(input({ granted, reference: DOCKER, used, excepted: new Set(excepted) }));
        expect(larger.score).toBeGreaterThanOrEqual(less.score);
        expect(larger.plain).toBeGreaterThanOrEqual(less.plain);
        expect(excused.score).toBeLessThanOrEqual(larger.score);
      }),
    );
  });
});

describe('couldExceed', () => {
  it('agrees with trying every way in which what was not seen may have been used', () => {
    const weight = fc.constantFrom(0.05, 0.2, 0.75, 1, 3, 10);
    const side = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd', 'e'), weight);
    fc.assert(
      fc.property(side, side, fc.integer({ min: 0, max: 300 }), (left, right, limit) => {
        const granted = Object.entries(left).map(([name, cost]) => ({ name, weight: cost }));
        const reference = [...Object.entries(right), ['always', 1] as const].map(([name, cost]) => ({
          name,
          weight: cost,
        }));
        const names = granted.map(({ name }) => name);
        const ways = Array.from(
          { length: 2 ** names.length },
          (_, bits) => new Set(names.filter((_name, nth) => (bits >> nth) & 1)),
        );
        const exceeds = ways.some((used) => {
          const { excess, reference: whole } = looseness(input({ granted, reference, used }));
          return Math.round((excess - (limit / 100) * whole) * 100) / 100 > 0;
        });
        expect(couldExceed(input({ granted, reference }), limit)).toBe(exceeds);
      }),
      { numRuns: 300 },
    );
  });
});
