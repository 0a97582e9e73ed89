import { allow, refuse, when } from '../../resolved-profile.js';
import { engineProfile, runtimeProfile, type CorpusProfile } from './corpus-profile.js';

const NATIVE = { architectures: ['SCMP_ARCH_X86_64'] };
const RULES = ['KILL', 'KILL_THREAD', 'KILL_PROCESS', 'TRAP', 'ERRNO', 'TRACE', 'LOG', 'ALLOW'];
const CALLS = ['getppid', 'getuid', 'geteuid', 'getgid', 'getegid', 'getsid', 'getpgid', 'getpgrp'];

/** Every action as a rule's and as the default, with an error number, without and with 0. */
export const ACTIONS_CORPUS: readonly CorpusProfile[] = [
  engineProfile(
    'every action in a rule',
    RULES.map((name, nth) => action(name, CALLS.slice(nth, nth + 1))),
    { members: NATIVE },
  ),
  engineProfile(
    'every action in a rule with an error number',
    RULES.map((name, nth) => action(name, CALLS.slice(nth, nth + 1), { errnoRet: 5 + nth })),
    { members: NATIVE },
  ),
  engineProfile('error numbers of rules', [
    refuse(['getppid']),
    refuse(['getuid'], { errnoRet: 0 }),
    refuse(['geteuid'], { errnoRet: 1 }),
    refuse(['getgid'], { errnoRet: 38 }),
    refuse(['getegid'], { errnoRet: 4094 }),
    action('TRACE', ['getsid'], { errnoRet: 0 }),
    action('TRACE', ['getpgid'], { errnoRet: 4094 }),
  ]),
  engineProfile('rules under several actions for one call', [
    allow(['ioctl'], { args: [when(1, 'EQ', 0x5401)] }),
    refuse(['ioctl'], { errnoRet: 25, args: [when(1, 'EQ', 0x5402)] }),
    action('LOG', ['ioctl'], { args: [when(1, 'EQ', 0x5403)] }),
    action('TRAP', ['ioctl'], { args: [when(1, 'EQ', 0x5404), when(2, 'EQ', 1)] }),
  ]),
  ...RULES.flatMap((name) => [
    runtimeProfile(`the default is ${name}`, [other(name, ['getppid', 'getuid'])], {
      ...NATIVE,
      defaultAction: `SCMP_ACT_${name}`,
    }),
    runtimeProfile(`the default is ${name} with an error number`, [other(name, ['getppid'])], {
      ...NATIVE,
      defaultAction: `SCMP_ACT_${name}`,
      defaultErrnoRet: 38,
    }),
  ]),
  runtimeProfile('the default answers 0', [allow(['read'])], { ...NATIVE, defaultErrnoRet: 0 }),
  runtimeProfile(
    'rules that say what the default says',
    [refuse(['read']), refuse(['write'], { errnoRet: 1 }), refuse(['open'], { errnoRet: 38 }), allow(['close'])],
    { ...NATIVE, defaultErrnoRet: 38 },
  ),
  runtimeProfile(
    'rules that say what the default says, which has no number',
    [refuse(['read']), refuse(['write'], { errnoRet: 1 }), refuse(['open'], { errnoRet: 38 }), refuse(['statx'])],
    NATIVE,
  ),
  engineProfile(
    'a permissive default with refusals',
    [
      refuse(['ptrace', 'bpf', 'io_uring_setup']),
      refuse(['clone3'], { errnoRet: 38 }),
      refuse(['socket'], { args: [when(0, 'EQ', 38)] }),
    ],
    { members: { ...NATIVE, defaultAction: 'SCMP_ACT_ALLOW' } },
  ),
  engineProfile('a default that logs, with a rule that logs', [action('LOG', ['uname']), refuse(['mount'])], {
    members: { ...NATIVE, defaultAction: 'SCMP_ACT_LOG' },
  }),
];

function action(name: string, names: readonly string[], members: object = {}): object {
  return { names, action: `SCMP_ACT_${name}`, ...members };
}

/** A rule with another action than the default's. */
function other(name: string, names: readonly string[]): object {
  return name === 'ALLOW' ? refuse(names) : allow(names);
}
