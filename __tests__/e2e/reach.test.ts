import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { loadDisassembler } from '../../src/adapters/disassembler/iced.js';
import { objectFacts, type ObjectFacts } from '../../src/core/reach/object-facts.js';
import type { CheckResult, ServiceResult } from '../../src/core/result.js';
import { tightfit } from '../support/cli.js';

let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tightfit-reach-'));
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

async function compiled(source: string, ...flags: readonly string[]): Promise<ObjectFacts | null> {
  const program = join(folder, 'program');
  writeFileSync(`${program}.c`, `#include <unistd.h>\n#include <sys/syscall.h>\n${source}\n`);
  execFileSync('gcc', ['-O2', '-w', ...flags, '-o', program, `${program}.c`]);
  return objectFacts(program, readFileSync(program), await loadDisassembler());
}

const together = (found: ObjectFacts | null): readonly unknown[] => {
  const facts = found?.code.facts ?? [];
  return [
    [...new Set(facts.flatMap(({ calls, indirect }) => [...calls, ...indirect]))].sort((a, b) => a - b),
    facts.some(({ isOpen, isIndirectOpen }) => isOpen || isIndirectOpen),
  ];
};

describe('a program that gcc made', () => {
  const DIRECT =
    'int main(void) { long a = SYS_gettid; __asm__ volatile("syscall" : "+a"(a) :: "rcx", "r11"); return a; }';
  const INDIRECT = 'int main(int c, char **v) { return c > 1 ? syscall(SYS_gettid) : syscall(SYS_sync); }';

  test.each([
    ['with an instruction of its own', DIRECT, [], [[186], false]],
    ['with syscall()', INDIRECT, [], [[162, 186], false]],
    ['with syscall() through its slot', INDIRECT, ['-fno-plt'], [[162, 186], false]],
    ['with a number from outside', 'int main(int c, char **v) { return syscall(c); }', [], [[], true]],
    [
      'with the address of syscall',
      'long (*volatile f)(long, ...); int main() { f = syscall; return f(39); }',
      [],
      [[], true],
    ],
  ] as const)('%s', async (_, source, flags, expected) => {
    expect(together(await compiled(source, ...flags))).toEqual(expected);
  });

  test('names what it takes from the C library, and is not linked with it when static', async () => {
    const found = await compiled('int main() { return getpid(); }');
    expect(found?.elf).toMatchObject({ isDynamic: true, needed: ['libc.so.6'], soname: null });
    expect(found?.elf.imports).toContain('getpid');
    expect((await compiled('int main() { return getpid(); }', '-static'))?.elf.isDynamic).toBe(false);
  });
});

async function checked(policy: string): Promise<ServiceResult | undefined> {
  const { stdout } = await tightfit(['check', '--reach', '--quiet', '--format', 'json', policy]);
  return (JSON.parse(stdout) as CheckResult).services[0];
}

test('nginx: the excess is split, and nothing that was used is said to be made by none', async () => {
  const service = await checked('examples/nginx/tightfit.yml');
  const rows = service?.syscalls?.rows ?? [];
  const { never = [], notExercised = [], reasons } = service?.reach ?? {};
  const excess = rows.filter(({ state }) => state === 'excess' || state === 'tester').map(({ name }) => name);
  expect(reasons).toEqual([]);
  expect(never.length).toBeGreaterThan(0);
  expect([...never, ...notExercised].sort()).toEqual(excess.sort());
  const used = rows.filter(({ state }) => state === 'used').map(({ name }) => name);
  expect(used.filter((name) => never.includes(name))).toEqual([]);
  expect(rows.filter(({ reach }) => reach === 'never').map(({ name }) => name)).toEqual(never);
});

test.each([
  ['static', /is linked statically/],
  ['limits', /is an interpreter/],
])('%s: of the rest it cannot be told', async (example, reason) => {
  const service = await checked(`examples/${example}/tightfit.yml`);
  expect(service?.reach).toMatchObject({ never: [] });
  expect(service?.reach?.reasons.join('\n')).toMatch(reason);
  const marks = new Set((service?.syscalls?.rows ?? []).map(({ reach }) => reach));
  expect([...marks].filter((mark) => mark === 'never')).toEqual([]);
  expect(marks).toContain('unknown');
});
