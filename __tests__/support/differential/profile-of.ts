import { parseProfile } from '../../../src/core/seccomp/parse-profile.js';
import type { Profile } from '../../../src/core/seccomp/profile.js';

/** A profile of the corpus; a mistake in it fails the test. */
export function profileOf(title: string, text: string): Profile {
  const { profile, findings } = parseProfile(title, text);
  if (profile === null) throw new TypeError(findings.map(({ message }) => `${title}: ${message}`).join('\n'));
  return profile;
}
