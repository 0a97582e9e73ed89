import { createFiles } from '../adapters/node/files.js';
import { writeProfile } from '../adapters/node/write-profile.js';
import { mergeMachineProfiles } from '../app/merge-profiles.js';
import { UsageError } from '../core/errors.js';
import { mergedProfileText } from '../report/merged-profile-text.js';
import { PLAIN } from '../report/terminal/look.js';
import type { Inputs } from './inputs.js';
import type { ActionLog } from './log.js';

/** Writes one profile for several machines and logs where each call was seen. Throws UsageError for results that cannot be joined. */
export async function mergeIntoProfile(
  log: Pick<ActionLog, 'report'>,
  { profile: file, results: paths, services }: Pick<Inputs, 'profile' | 'results' | 'services'>,
): Promise<0> {
  const [service = null, ...others] = services;
  if (others.length > 0) throw new UsageError('services: a profile is for one service. Name one.');
  const merged = await mergeMachineProfiles(createFiles(), { paths, service });
  await writeProfile(file, merged.profile);
  log.report(mergedProfileText({ ...merged, file }, { palette: PLAIN }).trimEnd());
  return 0;
}
