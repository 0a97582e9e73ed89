import { isRoot, type GrantedCapabilities } from '../capability/grant.js';
import type { RunOptions } from '../policy/policy.js';
import type { Change, Sides } from './difference.js';
import { membership, scaled } from './scale.js';

/** What `cap_add`, `cap_drop` and `user` come to on each side. */
export function capabilityDifferences({ before, after }: Sides<GrantedCapabilities>): readonly Change[] {
  const bounding = membership({
    aspect: 'capability',
    before: before.bounding,
    after: after.bounding,
    gained: 'looser',
    absent: 'not granted',
    present: 'granted',
  });
  const told = new Set(bounding.map(({ name }) => name));
  const effective = membership({
    aspect: 'effective-capability',
    before: before.effective,
    after: after.effective,
    gained: 'looser',
    absent: 'not effective',
    present: 'effective',
  });
  return [...bounding, ...effective.filter(({ name }) => !told.has(name))];
}

/** Who the service starts as. An image's own user may be root, so that naming one can only be tighter. */
export function userDifferences({ before, after }: Sides<RunOptions>): readonly Change[] {
  const option = {
    aspect: 'run' as const,
    name: 'user',
    before: before.user,
    after: after.user,
    say: (user: string | null) => (user === null ? "the image's own" : canonical(user)),
  };
  return scaled(option, openness);
}

function openness(user: string | null): number {
  if (user === null) return 2;
  if (isRoot(user)) return 3;
  return isRoot(groupOf(user)) && groupOf(user) !== '' ? 1 : 0;
}

function groupOf(user: string): string {
  return user.split(':')[1] ?? '';
}

/** `root`, `0` and `0:0` are the same. */
function canonical(user: string): string {
  if (!isRoot(user)) return user;
  const group = groupOf(user);
  return group === '' || isRoot(group) ? '0:0' : `0:${group}`;
}
