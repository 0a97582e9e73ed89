import { describe, expect, test } from '@jest/globals';
import { loadDisassembler } from '../../../src/adapters/disassembler/iced.js';
import { judgeReach } from '../../../src/core/reach/judge-reach.js';
import { objectFacts, type ObjectFacts } from '../../../src/core/reach/object-facts.js';
import type { ProgramFile } from '../../../src/core/reach/program-files.js';
import type { ReachReport } from '../../../src/core/reach/reach-report.js';
import { findSyscall } from '../../../src/core/seccomp/syscalls.js';
import { elfFile, STUBS, type ElfParts } from '../../support/elf-file.js';
import * as code from '../../support/machine-code.js';
import { row, unseen } from '../../support/sample-fit-report.js';

const disassemble = await loadDisassembler();

/** An ELF file, a link or bytes by their path. */
type Files = Readonly<Record<string, ElfParts | string | Uint8Array>>;

const numberOf = (name: string): number => findSyscall('x86_64', name)?.number ?? -1;

function programFile(path: string, content: Files[string]): ProgramFile<ObjectFacts> {
  if (typeof content === 'string') return { layer: 'a', path, linkName: content, facts: null };
  const bytes = content instanceof Uint8Array ? content : elfFile(content);
  return { layer: 'a', path, linkName: '', facts: objectFacts(path, bytes, disassemble) };
}

/** Judges write, kill and exit as excess of what executed `/app`, and `used` as used. */
function reachOf(
  files: Files,
  { used = [], paths = ['/app'] }: { used?: readonly string[]; paths?: readonly string[] } = {},
): ReachReport {
  return judgeReach({
    rows: [
      ...['write', 'kill', 'exit'].map((name) => unseen(name, 'T1', { number: numberOf(name) })),
      ...used.map((name) => row(name, { number: numberOf(name) })),
    ],
    executed: paths.map((path) => ({ phase: 'service', path })),
    layers: [{ name: 'a', instruction: '' }],
    files: Object.entries(files).map(([path, content]) => programFile(path, content)),
  });
}

const makes = (name: string): readonly code.Op[] => [code.eax(numberOf(name)), code.syscall, code.ret];

/** As glibc is: a function for each name, and none that is not asked for. */
const LIBC: ElfParts = {
  soname: 'libc.so.6',
  code: [...makes('write'), ...makes('kill'), ...makes('exit')],
  functions: [0, 1, 2].map((index) => [code.CODE + index * 8, code.CODE + index * 8 + 8] as const),
  exports: ['write', 'kill', '_exit'].map((name, index) => ({ name, address: code.CODE + index * 8 })),
};

const LOADER: ElfParts = { soname: 'ld.so', code: makes('brk') };

const APP: ElfParts = { interpreter: '/lib/ld.so', needed: ['libc.so.6'], imports: ['write'], code: [code.ret] };
const IMAGE: Files = { '/app': APP, '/lib/libc.so.6': LIBC, '/lib/ld.so': LOADER };

describe('what a program can call', () => {
  test('is what the functions do that it names in the C library', () => {
    expect(reachOf(IMAGE)).toEqual({
      reasons: [],
      loadsMore: false,
      files: ['/app', '/lib/ld.so', '/lib/libc.so.6'],
      never: ['kill', 'exit'],
      notExercised: ['write'],
    });
  });

  test('is what other functions do that these call, and those that data points to', () => {
    const calling = {
      ...LIBC,
      code: [code.call(code.CODE + 8), ...Array<code.Op>(3).fill(code.nop), ...makes('kill'), ...makes('exit')],
    };
    expect(reachOf({ ...IMAGE, '/lib/libc.so.6': calling }).never).toEqual(['write', 'exit']);
    expect(reachOf({ ...IMAGE, '/lib/libc.so.6': { ...LIBC, pointers: [code.CODE + 16] } }).never).toEqual(['kill']);
  });

  test('is what a library of a library does', () => {
    const one: ElfParts = { soname: 'libone.so.1', needed: ['libtwo.so.2'], code: [code.ret] };
    const two: ElfParts = { soname: 'libtwo.so.2', imports: ['kill'], code: [code.ret] };
    const files = {
      ...IMAGE,
      '/app': { ...APP, needed: ['libone.so.1', 'libc.so.6'] },
      '/lib/libone.so.1': 'libone.so.1.5',
      '/lib/libone.so.1.5': one,
      '/opt/libtwo.so.2': two,
    };
    expect(reachOf(files)).toMatchObject({ reasons: [], never: ['exit'], notExercised: ['write', 'kill'] });
    expect(reachOf({ ...files, '/opt/libtwo.so.2': new Uint8Array(100) }).reasons).toEqual([
      '/lib/libone.so.1.5 needs libtwo.so.2, which is not in the image',
    ]);
  });

  test('is what it does itself, and syscall() with the numbers it is given', () => {
    const own = { ...APP, imports: ['syscall'], stubs: [code.marker, code.jumpThrough(0)] };
    const ops = [code.edi(numberOf('kill')), code.call(STUBS), ...makes('exit')];
    expect(reachOf({ ...IMAGE, '/app': { ...own, code: ops } })).toMatchObject({
      never: ['write'],
      notExercised: ['kill', 'exit'],
    });
  });

  test('may be more where libraries are loaded or functions looked up', () => {
    expect(reachOf({ ...IMAGE, '/app': { ...APP, imports: ['dlopen'] } }).loadsMore).toBe(true);
    expect(reachOf({ ...IMAGE, '/app': { ...APP, imports: ['dlsym'] } }).loadsMore).toBe(true);
  });

  test('is not what the kernel and its code in every process call', () => {
    expect(reachOf(IMAGE, { used: ['clock_gettime', 'rt_sigreturn', 'brk'] })).toMatchObject({ reasons: [] });
  });
});

describe('it cannot be told', () => {
  const withApp = (app: ElfParts | Uint8Array): Files => ({ ...IMAGE, '/app': app });
  const GO = { code: [code.memoryToEax, code.syscall, code.ret] };

  test.each([
    [
      'of a number from memory',
      withApp({ ...APP, code: [code.memoryToEax, code.syscall] }),
      ['/app makes a syscall whose number cannot be told'],
    ],
    [
      'of syscall() with such a number',
      withApp({ ...APP, imports: ['syscall'], code: [code.memoryToEdi, code.callThrough(0)] }),
      ['/app gives syscall() a number that cannot be told'],
    ],
    [
      'of a program that is linked statically',
      withApp({ code: makes('write') }),
      ['/app is linked statically: its functions were not told apart'],
    ],
    [
      'of one that has no C library, as Go makes them',
      withApp(GO),
      [
        '/app is linked statically: its functions were not told apart',
        '/app makes a syscall whose number cannot be told',
      ],
    ],
    [
      'of what is no ELF file',
      withApp(new TextEncoder().encode('#!/bin/sh\necho')),
      ['/app was executed and is no program of the image that could be read'],
    ],
    [
      'of one for another machine',
      withApp({ ...APP, machine: 183 }),
      ['/app was executed and is no program of the image that could be read'],
    ],
    [
      'of one that does not tell where its code is',
      withApp({ ...APP, hasSections: false }),
      ['/app was executed and is no program of the image that could be read'],
    ],
    [
      'of a C library without a table of functions',
      { ...IMAGE, '/lib/libc.so.6': { soname: 'libc.so.6', code: makes('write') } },
      ['/lib/libc.so.6 has no table of its functions'],
    ],
    [
      'of one that is not there',
      { '/app': APP, '/lib/ld.so': LOADER },
      ['/app needs libc.so.6, which is not in the image'],
    ],
  ] as const)('%s', (_, files, reasons) => {
    expect(reachOf(files)).toMatchObject({ reasons, never: [] });
  });

  test('of a script, whose interpreter is what the kernel executes', () => {
    const files = { ...IMAGE, '/usr/bin/python3': 'python3.11', '/usr/bin/python3.11': APP };
    expect(reachOf(files, { paths: ['/usr/bin/python3'] })).toMatchObject({
      reasons: ['/usr/bin/python3 is an interpreter, whose programs were not read'],
      never: [],
      notExercised: ['write'],
    });
  });

  test('when the service made a call that was not found', () => {
    expect(reachOf(IMAGE, { used: ['mount'] })).toMatchObject({
      reasons: ['code that was not found made mount'],
      never: [],
    });
  });

  test('when nothing was seen to be executed', () => {
    expect(reachOf(IMAGE, { paths: [] }).reasons).toEqual(['which programs were executed was not recorded']);
  });
});

test('a file that is cut or has wild numbers in it is none or gives a report, never an error', () => {
  const whole = elfFile(APP);
  for (let at = 16; at < 400; at++) {
    const wild = whole.slice();
    wild.fill(0xff, at, at + 8);
    expect(Array.isArray(reachOf({ ...IMAGE, '/app': wild }).reasons)).toBe(true);
    expect(Array.isArray(reachOf({ ...IMAGE, '/app': whole.subarray(0, at * 90) }).reasons)).toBe(true);
  }
});
