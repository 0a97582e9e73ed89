import { execFile, execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Capability } from '../../../src/core/capability/names.js';
import { tracefsRecorder } from '../../../src/adapters/tracefs/recorder.js';
import { ROOT } from '../cli.js';
import { compilePrograms, dumpFilters, type EnforcedFilter } from './dump-filters.js';
import { filtersUnderRuntime, type RuntimeLab } from './runtime-lab.js';

/** Under which profile and capabilities a process is to be started. */
export interface Start {
  /** JSON in Docker's format; `null` for the engine's own. */
  readonly profile: string | null;
  /** The bounding set. */
  readonly capabilities: readonly Capability[];
}

/** Starts processes that do nothing and reads what filters the kernel has for them. */
export interface FilterLab {
  /** Of a container's first process, started by the engine. */
  readonly underEngine: (start: Start) => Promise<readonly EnforcedFilter[]>;
  /** Of a process that the engine's runtime starts without the engine; it need not survive its filter. */
  readonly underRuntime: (profile: string) => Promise<readonly EnforcedFilter[]>;
  /** Of a container's first process under the engine's own profile, and that profile as the recorder sees it. */
  readonly underDefault: (
    capabilities: readonly Capability[],
  ) => Promise<{ readonly enforced: readonly EnforcedFilter[]; readonly profile: string | null }>;
  readonly close: () => Promise<void>;
}

const run = promisify(execFile);
const RECORDER = join(ROOT, 'dist/recorder.js');

/** Compiles the two programs and makes an image of one of them, on the engine at this address. Close it when done. */
export async function filterLab(endpoint: string): Promise<FilterLab> {
  const folder = mkdtempSync(join(tmpdir(), 'tightfit-differential-'));
  compilePrograms(folder);
  execFileSync('tar', ['-C', join(folder, 'rootfs'), '-cf', join(folder, 'image.tar'), '.']);
  const docker = (...words: readonly string[]): Promise<{ readonly stdout: string }> =>
    run('docker', ['--host', endpoint, ...words]);
  const image = await docker('import', '--change', 'CMD ["/pause"]', join(folder, 'image.tar'));
  const lab: Lab = { docker, folder, image: image.stdout.trim(), started: 0 };
  const runtime: RuntimeLab = { name: 'runc', command: ['runc'], folder, seenAs: folder };
  return {
    underEngine: (start) => underEngine(lab, start, async ({ pid }) => dumpFilters(folder, [pid])),
    underDefault: (capabilities) =>
      underEngine(lab, { profile: null, capabilities }, async ({ container, pid }) => {
        const profile = await recordedProfile(container, Number(pid));
        return { profile, enforced: await dumpFilters(folder, [pid]) };
      }),
    underRuntime: (profile) => filtersUnderRuntime(runtime, profile),
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

interface Running {
  readonly container: string;
  readonly pid: string;
}

async function underEngine<T>(
  lab: Lab,
  { profile, capabilities }: Start,
  use: (running: Running) => Promise<T>,
): Promise<T> {
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
    const container = (await lab.docker(...words, lab.image)).stdout.trim();
    const pid = (await lab.docker('inspect', '--format', '{{.State.Pid}}', name)).stdout.trim();
    return await use({ container, pid });
  } finally {
    await lab.docker('rm', '--force', name);
  }
}

async function recordedProfile(container: string, pid: number): Promise<string | null> {
  const recorder = tracefsRecorder({ script: RECORDER, lifetime: 60_000 });
  try {
    const start = await recorder.begin({ local: true, narrowed: [], watched: [], callsOnly: true });
    return 'recording' in start ? await start.recording.seccomp(container, pid) : null;
  } finally {
    await recorder.close();
  }
}

function fileWith(lab: Lab, profile: string): string {
  const path = join(lab.folder, `profile-${(lab.started += 1)}.json`);
  writeFileSync(path, profile);
  return path;
}
