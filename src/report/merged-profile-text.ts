import type { MachineProfile } from '../core/machines/machine-profile.js';
import type { Profile } from '../core/seccomp/profile.js';
import { breakCommands, inline } from './escape/neutralize.js';
import { count, enumerate } from './facts/wording.js';
import type { Look } from './terminal/look.js';

/** What there is to tell of a profile for several machines. */
export interface ToldProfile {
  readonly service: string;
  readonly profile: Profile;
  readonly parts: readonly MachineProfile[];
  /** Where it was written. */
  readonly file: string;
}

/** Where each call of a profile for several machines was seen, as a person reads it in a terminal. */
export function mergedProfileText(
  { service, profile, parts, file }: ToldProfile,
  { palette }: Pick<Look, 'palette'>,
): string {
  const searches = parts.map(
    ({ machine, when, used, frozen }) =>
      `  ${machine}: ${count(used.size, 'call')} used, ${frozen.size} kept (${inline(when)})`,
  );
  const lines = [palette.bold(`${inline(service)}: profile for ${enumerate(machinesOf(parts))}`), ...searches, ''];
  for (const [comment, names] of namesByComment(profile))
    lines.push(inline(comment), `    ${inline(names.join(', '), MOST)}`);
  return [...lines, '', `tightfit: wrote ${inline(file)}`].map((line) => `${breakCommands(line)}\n`).join('');
}

/** More than all names of all ABIs take. */
const MOST = 16_384;

function machinesOf(parts: readonly MachineProfile[]): readonly string[] {
  return [...new Set(parts.map(({ machine }) => machine))].sort();
}

/** A call with conditions has a rule for each of them. */
function namesByComment({ rules }: Profile): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  for (const { action, comment, names } of rules) {
    if (action !== 'SCMP_ACT_ALLOW') continue;
    found.set(comment, [...new Set([...(found.get(comment) ?? []), ...names])].sort());
  }
  return found;
}
