import { MODERN_CALLS } from '../lint/modern-call.js';
import { parseProfile } from '../seccomp/parse-profile.js';
import { goesThrough, outcomeOf } from '../seccomp/action.js';
import type { Profile } from '../seccomp/profile.js';
import { removeCalls } from '../seccomp/remove-calls.js';
import type { FileFix, FixPlan, Fixable, FixableProfile, FixableService } from './fixable.js';
import { countOf, listNames } from './list-names.js';

/** What goes from the profiles of the services, and what stays and why. */
export function fixProfiles(fixable: Fixable): FixPlan {
  const { profiles, services } = fixable;
  const files = new Map(
    services.flatMap((name) => {
      const profile = profiles.get(name);
      return profile === undefined ? [] : [[profile.path, profile] as const];
    }),
  );
  const fixes = [...files.values()].map((profile) => fixProfile(fixable, profile));
  return {
    files: fixes.flatMap(({ files: changed }) => changed),
    notes: [...services.flatMap((name) => withoutProfile(fixable, name)), ...fixes.flatMap(({ notes }) => notes)],
  };
}

function withoutProfile({ result, profiles }: Fixable, name: string): readonly string[] {
  const service = result.services.find((one) => one.name === name);
  if (service === undefined || profiles.has(name)) return [];
  const excess = callsOf(service, 'excess').length;
  if (excess === 0) return [];
  const filter = service.seccomp.source === 'unconfined' ? 'without seccomp' : "under the engine's default profile";
  return [
    `${name} runs ${filter}, so there is no file to take ${countOf(excess, 'unused syscall')} out of; tightfit minimize writes a profile`,
  ];
}

function fixProfile({ result, policy, profiles }: Fixable, profile: FixableProfile): FixPlan {
  const users = policy.services.map(({ name }) => name).filter((name) => profiles.get(name)?.path === profile.path);
  const judged = users.flatMap((name) => result.services.filter((service) => service.name === name));
  const stranger = users.find((name) => !judged.some((service) => isJudged(service, name, profile)));
  if (stranger !== undefined) {
    return keep(
      `${profile.file} stays as it is: the service "${stranger}" has it too, and this result does not judge that`,
    );
  }
  const { profile: parsed } = parseProfile(profile.file, profile.text);
  if (parsed === null || goesThrough(outcomeOf(parsed.defaultAction, null))) {
    return keep(
      `${profile.file} stays as it is: it allows whatever it does not name; tightfit minimize writes a profile`,
    );
  }
  return removeExcess(profile, parsed, { judged, arch: result.environment?.arch ?? '' });
}

function keep(note: string): FixPlan {
  return { files: [], notes: [note] };
}

function isJudged(
  { name, verdict, seccomp, syscalls }: FixableService,
  wanted: string,
  { sha256 }: FixableProfile,
): boolean {
  const isClear = verdict === 'tight' || verdict === 'loose';
  return name === wanted && isClear && syscalls !== null && seccomp.sha256 === sha256;
}

interface Ground {
  /** Every service that has the profile. */
  readonly judged: readonly FixableService[];
  readonly arch: string;
}

function removeExcess(profile: FixableProfile, parsed: Profile, { judged, arch }: Ground): FixPlan {
  const [first] = judged;
  const excess = new Set(judged.flatMap((service) => callsOf(service, 'excess')));
  const shared = [...excess].filter((name) => judged.every((service) => !isWanted(service, name)));
  const kept = answersEnosys(parsed) ? [] : shared.filter((name) => FALLEN_BACK_FROM.has(name));
  const gone = shared.filter((name) => !kept.includes(name));
  const notes = [...notesOn(profile, judged), ...(kept.length === 0 ? [] : [fallbackNote(profile, kept)])];
  if (gone.length === 0 || first === undefined) return { files: [], notes };
  const after = removeCalls(profile.text, { names: new Set(gone), arch });
  if (after === null) return keep(`${profile.file} cannot be changed in place; remove by hand: ${listNames(gone)}`);
  if (after === profile.text) return { files: [], notes };
  const removed: FileFix['removed'] = [{ service: first.name, names: [...gone].sort() }];
  return { files: [{ path: profile.path, file: profile.file, before: profile.text, after, removed }], notes };
}

/** Calls that programs try first and fall back from on ENOSYS only. */
const FALLEN_BACK_FROM: ReadonlySet<string> = new Set([
  'clone3',
  ...MODERN_CALLS.filter(({ givesUp }) => givesUp).map(({ name }) => name),
]);

function fallbackNote({ file }: FixableProfile, names: readonly string[]): string {
  return `${file} still allows ${listNames(names)}: programs fall back to older calls on ENOSYS only, and the profile would answer something else`;
}

/** What the profile answers where it names nothing. */
function answersEnosys({ defaultAction, defaultErrnoRet }: Profile): boolean {
  return defaultAction === 'SCMP_ACT_ERRNO' && defaultErrnoRet === ENOSYS;
}

const ENOSYS = 38;

/** What a service's filter allows and the service may need. A call that is no row was refused already. */
function isWanted({ syscalls }: FixableService, name: string): boolean {
  return syscalls?.rows.some((row) => row.name === name && row.state !== 'excess') ?? true;
}

function notesOn({ file }: FixableProfile, judged: readonly FixableService[]): readonly string[] {
  return judged.flatMap((service) => {
    const tester = callsOf(service, 'tester');
    const unknown = callsOf(service, 'unknown');
    return [
      ...(tester.length === 0
        ? []
        : [`${file} still allows ${listNames(tester)}: only commands of the tests of ${service.name} use them`]),
      ...(unknown.length === 0
        ? []
        : [
            `${file} still allows ${countOf(unknown.length, 'syscall')} of which is not known whether ${service.name} uses them: the record did not see everything`,
          ]),
    ];
  });
}

function callsOf({ syscalls }: FixableService, state: string): readonly string[] {
  return (syscalls?.rows ?? []).filter((row) => row.state === state).map(({ name }) => name);
}
