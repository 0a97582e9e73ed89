import type { SeccompArch } from '../../seccomp/arch.js';
import { conditionsOn } from '../../seccomp/allowed.js';
import { nativeAbi, type Filter } from '../../seccomp/filter.js';
import { findSyscall } from '../../seccomp/syscalls.js';
import { listNames } from '../../fit/list-names.js';
import type { LintContext, LintRule, Observation } from '../rule.js';
import { countingRules } from '../written-rule.js';

export const OPENS_32_BIT_ABI: LintRule = { id: 'opens-32-bit-abi', check: opens32BitAbi };

const NARROW: readonly SeccompArch[] = ['SCMP_ARCH_X86', 'SCMP_ARCH_X32', 'SCMP_ARCH_ARM'];

/** Only what a file says can be changed there: Docker's own choice is left alone. */
function opens32BitAbi(context: LintContext): readonly Observation[] {
  const { confined } = context;
  if (confined === null) return [];
  const { profile, filter } = confined;
  const location = profile.locations.get('archMap') ?? profile.locations.get('architectures');
  const opened = filter.opens.filter((arch) => NARROW.includes(arch));
  if (location === undefined || opened.length === 0) return [];
  const hole = multiplexedText(context, filter);
  return [
    {
      ...(hole === '' ? { severity: 'note' } : {}),
      message: `${listNames(opened)} ${opened.length === 1 ? 'is' : 'are'} let in beside the machine's own ABI: every allowed name can also be called the 32-bit way, through kernel code that few services need${hole}`,
      advice: 'Name the native architecture alone, unless the image has 32-bit programs.',
      location,
      grants: opened,
    },
  ];
}

/** Through socketcall the arguments are in memory, where no filter looks. */
function multiplexedText(context: LintContext, filter: Filter): string {
  const socket = findSyscall(nativeAbi(filter.machine), 'socket');
  const isConfined = socket !== null && conditionsOn(filter, socket.number).length > 0;
  const isOpen = countingRules(context).some(
    ({ names, args, action }) => action === 'SCMP_ACT_ALLOW' && args.length === 0 && names.includes('socketcall'),
  );
  if (!isConfined || !isOpen || !filter.opens.includes('SCMP_ARCH_X86')) return '';
  return '. socketcall is allowed too, with which a 32-bit program makes any socket past the conditions on socket';
}
