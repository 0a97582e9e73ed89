import { execFile, execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ROOT } from '../cli.js';
import type { Instruction, Program } from './bpf.js';

/** A filter as the kernel holds it. */
export interface EnforcedFilter {
  /** SECCOMP_FILTER_FLAG_*, of those the kernel keeps. */
  readonly flags: number;
  readonly program: Program;
}

const SOURCES = join(ROOT, '__tests__/e2e/differential');
const run = promisify(execFile);

/** Compiles the program that dumps filters and the one that only waits, the latter into a root file system of its own. */
export function compilePrograms(folder: string): void {
  for (const name of ['proc', 'dev']) mkdirSync(join(folder, 'rootfs', name), { recursive: true });
  execFileSync('gcc', ['-O1', '-Wall', '-o', join(folder, 'dump-filters'), join(SOURCES, 'dump-filters.c')]);
  const pause = ['-O1', '-static', '-nostdlib', '-o', join(folder, 'rootfs/pause'), join(SOURCES, 'pause.c')];
  execFileSync('gcc', pause);
}

/** The filters of a process, or of the first one that a command starts and that gets any; newest first. Ends that process. */
export async function dumpFilters(folder: string, target: readonly string[]): Promise<readonly EnforcedFilter[]> {
  return parseDump((await asRoot(join(folder, 'dump-filters'), ...target)).stdout);
}

/** Whoever is not root has the right to become it without a password, as on a hosted runner. */
export function asRoot(...words: readonly string[]): Promise<{ readonly stdout: string }> {
  const [program = '', ...rest] = process.getuid?.() === 0 ? words : ['sudo', '-n', ...words];
  return run(program, rest, { maxBuffer: 16 * 1024 * 1024 });
}

function parseDump(text: string): readonly EnforcedFilter[] {
  const [, ...filters] = text.split('filter ');
  return filters.map((written) => {
    const [flags, ...lines] = written.trimEnd().split('\n');
    return { flags: Number(flags), program: lines.map(instruction) };
  });
}

function instruction(line: string): Instruction {
  const [code = 0, jt = 0, jf = 0, k = 0] = line.split(' ').map(Number);
  return { code, jt, jf, k };
}
