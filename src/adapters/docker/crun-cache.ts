import { createHash } from 'node:crypto';
import { fieldAt, numberAt, textAt } from './field.js';
import { jsonOrNull } from '../../core/json-or-null.js';

/** EPERM, which is answered where a profile says no number. */
const EPERM = 1;

/**
 * The same profile for crun, which keeps compiled filters by a checksum of the profile that leaves `errnoRet` and `defaultErrnoRet`
 * out: of two profiles that differ in nothing else the second gets the filter of the first (measured with crun 1.21 and 1.28). So a
 * rule is put in front that does what is done anyway. crun makes nothing of such a rule, but its name counts in the checksum.
 * https://github.com/containers/crun/blob/1.21/src/libcrun/seccomp.c (calculate_seccomp_checksum)
 * @param json as text, because numbers of 64 bits do not survive being parsed; what is no JSON stays as it is
 */
export function apartInCache(json: string): string {
  const profile = jsonOrNull(json);
  if (profile === null) return json;
  const action = textAt(profile, 'defaultAction');
  const errno = fieldAt(profile, 'defaultErrnoRet') === undefined ? EPERM : numberAt(profile, 'defaultErrnoRet');
  const rule = JSON.stringify({
    names: [`tightfit-${createHash('sha256').update(json).digest('hex')}`],
    action,
    ...(action === 'SCMP_ACT_ERRNO' || action === 'SCMP_ACT_TRACE' ? { errnoRet: errno } : {}),
  });
  return json.replace(/"syscalls"\s*:\s*\[(\s*\])?/, (list: string, end: string | undefined) =>
    end === undefined ? `${list}${rule},` : `"syscalls":[${rule}]`,
  );
}
