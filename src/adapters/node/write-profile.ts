import { basename, dirname } from 'node:path';
import { emitProfile } from '../../core/seccomp/emit.js';
import type { Profile } from '../../core/seccomp/profile.js';
import { writeWhole } from './write-whole.js';

/** Writes a profile as JSON text, whole or not at all; one that is there is replaced. Throws UsageError. */
export async function writeProfile(path: string, profile: Profile): Promise<void> {
  await writeWhole(dirname(path), [{ name: basename(path), text: emitProfile(profile) }], { replace: true });
}
