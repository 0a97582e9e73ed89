import type { Endpoint } from './address.js';
import { runnerInRootOfEngine } from './engine-process.js';

/** The runtime of an engine. */
interface Runtime {
  readonly name: string;
  readonly version: string;
  /** As the engine has it; without a slash it is looked up in the engine's PATH. */
  readonly path: string;
}

/**
 * The version of the libseccomp that an engine on this machine makes filters with. The engine's own runtime is asked, in the
 * engine's root, which only root may enter; `null` when it is unknown.
 */
export async function libseccompOf({ address }: Endpoint, runtime: Runtime): Promise<string | null> {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || address.kind !== 'unix') return null;
  const run = await runnerInRootOfEngine(address.socketPath);
  if (run === null || runtime.path === '') return null;
  switch (runtime.name) {
    case 'runc':
      return libseccompIn(await run(runtime.path, '--version'), runtime.version);
    case 'crun':
      return libseccompFile(await run('readlink', '-f', '--', libraryIn(await run('ldd', runtime.path))));
    default:
      return null;
  }
}

/** What `runc --version` says of libseccomp, when it is the runc of this version. */
export function libseccompIn(words: string, runtimeVersion: string): string | null {
  const [, runtime] = /^runc version (\S+)$/m.exec(words) ?? [];
  const [, libseccomp] = /^libseccomp: (\d+\.\d+\.\d+)$/m.exec(words) ?? [];
  return runtime === runtimeVersion ? (libseccomp ?? null) : null;
}

/** Where `ldd` finds libseccomp; empty when the program has it built in, or does without. */
export function libraryIn(words: string): string {
  return /^\s*libseccomp\.so\.2 => (\/\S+)/m.exec(words)?.[1] ?? '';
}

/** The version in the name of the library's file: crun does not tell it. */
export function libseccompFile(path: string): string | null {
  return /\/libseccomp\.so\.(\d+\.\d+\.\d+)\s*$/.exec(path)?.[1] ?? null;
}
