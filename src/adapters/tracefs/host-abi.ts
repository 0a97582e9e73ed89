import { arch, endianness } from 'node:os';
import { EnvironmentError } from '../../core/errors.js';
import type { NativeAbi } from '../../core/trace/calls.js';

/** The ABI of this machine's 64-bit processes. Throws EnvironmentError where its numbers are not known. */
export function hostAbi(): NativeAbi {
  const machine = arch();
  if (endianness() === 'LE' && machine === 'x64') return 'x86_64';
  if (endianness() === 'LE' && machine === 'arm64') return 'aarch64';
  throw new EnvironmentError(`the syscalls of ${machine} are not known`, 'Run on x86_64 or aarch64.');
}
