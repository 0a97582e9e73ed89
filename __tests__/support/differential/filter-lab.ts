import { execFile, execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Capability } from '../../../src/core/capability/names.js';
import { ROOT } from '../cli.js';
import type { Instruction, Program } from './bpf.js';

/** Under which profile and capabilities a process is to be started. */
export interface Start {
  /** JSON in Docker's format; `null` for the engine's own. */
  readonly profile: string | null;
  /** The bounding set. */
  readonly capabilities: readonly Capability[];
}

/** A filter as the kernel holds it. */
export interface EnforcedFilter {
  /** SECCOMP_FILTER_FLAG_*, of those the kernel keeps. */
  readonly flags: number;
  readonly program: Program;
}

/** Starts processes that do nothing and reads what filters the kernel has for them. */
export interface FilterLab {
  /** Of a container's first process, started by the engine. */
  readonly underEngine: (start: Start) => Promise<readonly EnforcedFilter[]>;
  /** Of a process that the engine's runtime starts without the engine; it need not survive its filter. */
  readonly underRuntime: (profile: string) => Promise<readonly EnforcedFilter[]>;
  readonly close: () => Promise<void>;
}

const SOURCES = join(ROOT, '__tests__/e2e/differential');
const run = promisify(execFile);

/** Compiles the two programs and makes an image of one of them, on the engine at this address. Close it when done. */
export async function filterLab(endpoint: string): Promise<FilterLab> {
  const folder = mkdtempSync(join(tmpdir(), 'tightfit-differential-'));
  mkdirSync(join(folder, 'rootfs/proc'), { recursive: true });
  execFileSync('gcc', ['-O1', '-Wall', '-o', join(folder, 'dump-filters'), join(SOURCES, 'dump-filters.c')]);
  const pause = ['-O1', '-static', '-nostdlib', '-o', join(folder, 'rootfs/pause'), join(SOURCES, 'pause.c')];
  execFileSync('gcc', pause);
  execFileSync('tar', ['-C', join(folder, 'rootfs'), '-cf', join(folder, 'image.tar'), '.']);
  const docker = (...words: readonly string[]): Promise<{ readonly stdout: string }> =>
    run('docker', ['--host', endpoint, ...words]);
  const image = await docker('import', '--change', 'CMD ["/pause"]', join(folder, 'image.tar'));
  const lab: Lab = { docker, folder, image: image.stdout.trim(), started: 0 };
  return {
    underEngine: (start) => underEngine(lab, start),
    underRuntime: (profile) => underRuntime(lab, profile),
    close: async () => {
      await docker('rmi', '--force', lab.image);
      rmSync(folder, { recursive: true });
    },
  };
}

interface Lab {
  readonly docker: (...words: readonly string[]) => Promise<{ readonly stdout: string }>;
  readonly folder: string;
  readonly image: string;
  started: number;
}

async function underEngine(lab: Lab, { profile, capabilities }: Start): Promise<readonly EnforcedFilter[]> {
  const name = `tightfit-differential-${process.pid}-${(lab.started += 1)}`;
  const words = [
    'run',
    '--detach',
    `--name=${name}`,
    '--network=none',
    '--security-opt=no-new-privileges',
    '--cap-drop=ALL',
  ];
  words.push(...capabilities.map((capability) => `--cap-add=${capability}`));
  if (profile !== null) words.push(`--security-opt=seccomp=${fileWith(lab, profile)}`);
  try {
    await lab.docker(...words, lab.image);
    const pid = (await lab.docker('inspect', '--format', '{{.State.Pid}}', name)).stdout.trim();
    return parseDump((await asRoot(join(lab.folder, 'dump-filters'), pid)).stdout);
  } finally {
    await lab.docker('rm', '--force', name);
  }
}

/**
 * The runtime's specification takes a profile as it is, as long as nothing in it is the engine's own: `archMap`, `name`,
 * `includes`, `excludes`. Source: https://github.com/opencontainers/runtime-spec/blob/v1.2.1/config-linux.md#seccomp
 */
async function underRuntime(lab: Lab, profile: string): Promise<readonly EnforcedFilter[]> {
  const id = `tightfit-${process.pid}-${(lab.started += 1)}`;
  const bundle = join(lab.folder, id);
  mkdirSync(bundle);
  writeFileSync(join(bundle, 'config.json'), specification(lab, profile));
  const runc = ['runc', '--root', join(lab.folder, 'state')];
  try {
    const create = [...runc, '--log', join(bundle, 'log'), 'create', '--bundle', bundle, id];
    return parseDump((await asRoot(join(lab.folder, 'dump-filters'), ...create)).stdout);
  } finally {
    await asRoot(...runc, 'delete', '--force', id);
  }
}

function specification({ folder }: Lab, profile: string): string {
  const specified = {
    ociVersion: '1.0.2',
    root: { path: join(folder, 'rootfs'), readonly: true },
    mounts: [{ destination: '/proc', type: 'proc', source: 'proc' }],
    process: { args: ['/pause'], cwd: '/', user: { uid: 0, gid: 0 }, noNewPrivileges: true },
    linux: { namespaces: [{ type: 'pid' }, { type: 'mount' }], seccomp: 0 },
  };
  // As text, for a number of 64 bits does not survive being parsed.
  return JSON.stringify(specified).replace('"seccomp":0', () => `"seccomp":${profile}`);
}

function fileWith(lab: Lab, profile: string): string {
  const path = join(lab.folder, `profile-${(lab.started += 1)}.json`);
  writeFileSync(path, profile);
  return path;
}

/** Whoever is not root has the right to become it without a password, as on a hosted runner. */
function asRoot(...words: readonly string[]): Promise<{ readonly stdout: string }> {
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
