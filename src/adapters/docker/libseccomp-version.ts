import { execFile } from 'node:child_process';
import type { EngineFacts } from '../../ports.js';

const SYSTEM_PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';
/** Milliseconds. */
const PATIENCE = 2000;

/**
 * The version of the libseccomp that an engine on this machine makes filters with, as its runc tells it; `null` when that is
 * another runtime, or another version of runc than the engine's.
 */
export async function libseccompOf({ name, version }: EngineFacts['runtime']): Promise<string | null> {
  return name === 'runc' ? libseccompIn(await ownWords(), version) : null;
}

/** What `runc --version` says of libseccomp, when it is the runc of this version. */
export function libseccompIn(words: string, runtimeVersion: string): string | null {
  const [, runtime] = /^runc version (\S+)$/m.exec(words) ?? [];
  const [, libseccomp] = /^libseccomp: (\d+\.\d+\.\d+)$/m.exec(words) ?? [];
  return runtime === runtimeVersion ? (libseccomp ?? null) : null;
}

/** Empty when there is no runc here. */
function ownWords(): Promise<string> {
  const options = { env: { PATH: SYSTEM_PATH }, cwd: '/', timeout: PATIENCE };
  return new Promise((resolve) => {
    execFile('runc', ['--version'], options, (error, stdout) => {
      resolve(error === null ? stdout : '');
    });
  });
}
