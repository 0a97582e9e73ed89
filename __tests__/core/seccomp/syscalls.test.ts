import { describe, expect, test } from '@jest/globals';
import { dockerDefault } from '../../../src/core/seccomp/docker-default.js';
import { syscallRisk } from '../../../src/core/seccomp/risk.js';
import {
  abisOf,
  filteredNumber,
  findSyscall,
  isSyscallName,
  libseccompSince,
  suggestSyscall,
  syscallsOf,
  type Abi,
  type LibseccompVersion,
} from '../../../src/core/seccomp/syscalls.js';

describe('the syscall tables', () => {
  test.each([
    ['x86_64', 'read', 0],
    ['x86_64', 'clone3', 435],
    ['x86_64', 'rseq_slice_yield', 471],
    ['aarch64', 'read', 63],
    ['aarch64', 'clone3', 435],
    ['x32', 'ioctl', 514],
    ['arm', 'read', 3],
    ['arm', 'mmap2', 192],
    ['arm', 'arm_sync_file_range', 341],
    ['arm', 'set_tls', 0xf0005],
  ] as const)('on %s %s has number %i', (abi, name, number) => {
    expect(findSyscall(abi, name)).toEqual({ name, number });
  });

  test.each([
    ['aarch64', 'open'],
    ['arm', 'socketcall'],
    ['arm', 'time'],
    ['x86_64', 'chown32'],
    ['x86_64', 'nosuchcall'],
    ['x86_64', '__proto__'],
    ['x86_64', 'constructor'],
  ] as const)('%s has no %s', (abi, name) => {
    expect(findSyscall(abi, name)).toBeNull();
  });

  test.each(['x86_64', 'x32', 'x86', 'aarch64', 'arm'] as const)('%s numbers ascend and are distinct', (abi) => {
    const numbers = syscallsOf(abi).map(({ number }) => number);
    expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b));
    expect(numbers.length).toBeGreaterThan(300);
  });

  test.each([
    ['s390_pci_mmio_read', ['s390', 's390x']],
    ['_llseek', ['arm', 'm68k', 'mips', 'parisc', 'ppc', 'ppc64', 's390', 'sh', 'x86']],
    ['arch_prctl', ['x86_64', 'x32', 'x86']],
    ['opennat', []],
  ])('%s is a call of %j', (name, abis) => {
    expect(abisOf(name)).toEqual(abis);
    expect(isSyscallName(name)).toBe(abis.length > 0);
  });

  test("know every name of Docker's default", () => {
    const names = dockerDefault().rules.flatMap((rule) => rule.names);
    expect(names.filter((name) => !isSyscallName(name))).toEqual([]);
  });

  test('have the numbers of 32-bit x86', () => {
    expect(['read', 'socketcall', 'socket', 'newfstatat'].map((name) => findSyscall('x86', name)?.number)).toEqual([
      3,
      102,
      359,
      undefined,
    ]);
  });

  test('know the one call that libseccomp 2.5 has on x86_64 and not on x32', () => {
    const number = (abi: Abi, libseccomp: LibseccompVersion): number | null =>
      filteredNumber(abi, 'map_shadow_stack', libseccomp);
    expect([number('x86_64', '2.5'), number('x32', '2.5'), number('x32', '2.6')]).toEqual([453, null, 453]);
  });

  test('tell which libseccomp learned a name', () => {
    expect(['read', 'mseal', 'listns', 'nosuchcall'].map(libseccompSince)).toEqual(['2.5', '2.6', '2.6.1', null]);
  });

  test('suggest the call a misspelt name means', () => {
    expect([suggestSyscall('opennat'), suggestSyscall('frobnicate')]).toEqual(['openat', null]);
  });
});

describe('syscallRisk', () => {
  test('has a tier for every x86_64 call', () => {
    expect(syscallsOf('x86_64').filter(({ name }) => syscallRisk(name) === null)).toEqual([]);
  });

  test('puts what Docker refuses on top', () => {
    expect(syscallRisk('bpf')).toMatchObject({ tier: 'T3', weight: 10 });
  });

  test.each(['chown32', 'toString'])('has none for %s', (name) => {
    expect(syscallRisk(name)).toBeNull();
  });
});
