import { createFiles } from '../adapters/node/files.js';
import { writeProfile } from '../adapters/node/write-profile.js';
import { mergeMachineProfiles, type MergeRequest } from '../app/merge-profiles.js';
import { mergedProfileText } from '../report/merged-profile-text.js';
import { print, reportLook } from './print.js';

/** Writes one profile for several machines and prints where each call was seen. Throws UsageError for results that cannot be joined. */
export async function mergeIntoProfile(file: string, request: MergeRequest): Promise<0> {
  const merged = await mergeMachineProfiles(createFiles(), request);
  await writeProfile(file, merged.profile);
  print(mergedProfileText({ ...merged, file }, reportLook()));
  return 0;
}
