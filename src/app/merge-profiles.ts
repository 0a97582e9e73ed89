import { UsageError } from '../core/errors.js';
import { listNames } from '../core/fit/list-names.js';
import { machineProfile, type MachineProfile } from '../core/machines/machine-profile.js';
import { mergeProfiles } from '../core/machines/merge-profiles.js';
import { readResult } from '../core/read-result.js';
import type { CheckResult } from '../core/result.js';
import type { Profile } from '../core/seccomp/profile.js';
import type { Files } from '../ports.js';

/** The largest result that is read, in bytes. */
const SIZE_LIMIT = 64 * 1024 * 1024;

/** What to merge: results of `minimize`, or the folders they are in. `service`: `null` where they are about one alone. */
export interface MergeRequest {
  readonly paths: readonly string[];
  readonly service: string | null;
}

/** A profile for several machines and what it was made of. */
export interface MergedProfile {
  readonly service: string;
  readonly profile: Profile;
  readonly parts: readonly MachineProfile[];
}

type Reader = Pick<Files, 'list' | 'readText'>;

/**
 * Joins what searches on several machines showed that a service uses into one profile. Throws UsageError for what is no result of
 * a search, and for results that do not belong together.
 */
export async function mergeMachineProfiles(files: Reader, { paths, service }: MergeRequest): Promise<MergedProfile> {
  const names = (await Promise.all(paths.map((path) => resultsAt(files, path)))).flat();
  const results = await Promise.all([...new Set(names)].map((file) => resultIn(files, file)));
  const chosen = service ?? onlyService(results);
  const parts = results.map(({ file, result }) => {
    const part = machineProfile(result, chosen);
    if (typeof part === 'string') throw new UsageError(`${file} cannot be merged: ${part}.`);
    return part;
  });
  if (new Set(parts.map(({ noNewPrivileges }) => noNewPrivileges)).size > 1)
    throw new UsageError(
      `the results cannot be merged: ${chosen} ran with no-new-privileges in some of them and without in others, which decides what the runtime needs. Minimize it with the same policy on every machine.`,
    );
  return { service: chosen, profile: mergeProfiles(parts), parts };
}

async function resultsAt(files: Reader, path: string): Promise<readonly string[]> {
  if (path.endsWith('.json')) return [path];
  const names = await files.list(path);
  if (!names.includes(RESULT_FILE)) throw new UsageError(`there is no ${RESULT_FILE} in ${path}.`);
  return [`${path.replace(/\/+$/, '')}/${RESULT_FILE}`];
}

const RESULT_FILE = 'tightfit.json';

interface NamedResult {
  readonly file: string;
  readonly result: CheckResult;
}

async function resultIn(files: Reader, file: string): Promise<NamedResult> {
  const read = readResult(await files.readText(file, SIZE_LIMIT));
  if ('mistake' in read) throw new UsageError(`${file} is not a result of this version of tightfit: ${read.mistake}.`);
  return { file, result: read.result };
}

function onlyService(results: readonly NamedResult[]): string {
  const names = results.flatMap(({ result }) =>
    result.services.flatMap(({ name, minimize }) => (minimize === null ? [] : [name])),
  );
  const [first, ...others] = new Set(names);
  if (first === undefined)
    throw new UsageError('none of the results tells what a service needs. Give results of tightfit minimize.');
  if (others.length > 0)
    throw new UsageError(`the results are about ${listNames([first, ...others])}. Choose one with --service.`);
  return first;
}
