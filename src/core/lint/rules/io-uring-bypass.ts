import { goesThrough } from '../../seccomp/action.js';
import { decideByName, type Filter } from '../../seccomp/filter.js';
import { listNames } from '../../fit/list-names.js';
import { findRefusal } from '../refusal.js';
import type { LintContext, LintRule, Observation } from '../rule.js';
import { placeOfName } from '../written-rule.js';

export const IO_URING_BYPASS: LintRule = { id: 'io-uring-bypass', check: ioUringBypass };

/**
 * What a ring can do in place of a call: the kernel does it without a syscall that a filter could see.
 * Source: https://github.com/torvalds/linux/blob/v6.12/include/uapi/linux/io_uring.h (enum io_uring_op)
 */
const BY_RING = [
  'accept4',
  'bind',
  'connect',
  'fallocate',
  'fsetxattr',
  'ftruncate',
  'linkat',
  'listen',
  'madvise',
  'mkdirat',
  'openat',
  'openat2',
  'recvmsg',
  'renameat2',
  'sendmsg',
  'setxattr',
  'shutdown',
  'socket',
  'splice',
  'statx',
  'symlinkat',
  'unlinkat',
];

function ioUringBypass({ confined }: LintContext): readonly Observation[] {
  if (confined === null || !passes(confined.filter, 'io_uring_setup')) return [];
  const bypassed = BY_RING.filter((name) => findRefusal(confined, name) !== null);
  const rule = decideByName(confined.filter, 'io_uring_setup')?.rule ?? null;
  const { profile } = confined;
  const refused = bypassed.length === 0 ? '' : `, among them ${listNames(bypassed, 12)}, which this profile refuses`;
  return [
    {
      message: `io_uring_setup is let through: what a program submits through a ring the kernel does without a call that a filter sees${refused}`,
      advice: 'Remove io_uring_setup, io_uring_enter and io_uring_register: programs fall back to ordinary calls.',
      location:
        rule === null
          ? (profile.locations.get('defaultAction') ?? profile.location)
          : placeOfName(rule, 'io_uring_setup'),
      grants: ['io_uring_enter', 'io_uring_register', 'io_uring_setup'],
    },
  ];
}

function passes(filter: Filter, name: string): boolean {
  const decision = decideByName(filter, name);
  return decision !== null && goesThrough(decision);
}
