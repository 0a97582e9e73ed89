/** How a process is confined by the kernel's security module, as /proc/<pid>/attr/current shows it. */
export type SecurityLabel =
  | {
      readonly module: 'apparmor';
      /** `unconfined` without one; several, joined by `//&`, where profiles are stacked. */
      readonly profile: string;
      /** e.g. `enforce`, `complain`; empty when unconfined. */
      readonly mode: string;
    }
  | {
      readonly module: 'selinux';
      /** `user:role:type`, with `:level` where the policy has levels. */
      readonly context: string;
    };

/** Longest label kept, in characters. */
const LONGEST = 512;
/** Source: aa_label_snxprint in security/apparmor/label.c, mode names in security/apparmor/lib.c and policy.c */
const APPARMOR = /^(\S.*) \((enforce|complain|kill|prompt|user|unconfined|mixed)\)$/;
/** Source: context_struct_to_string in security/selinux/ss/services.c */
const SELINUX = /^[\w.-]+:[\w.-]+:[\w.-]+(:[\w.,:-]+)?$/;

/** The label in an `attr/current`; `null` for an empty text and for other security modules. */
export function parseSecurityLabel(text: string): SecurityLabel | null {
  const line = text.replace(/[\0\n]+$/, '');
  if (line.length > LONGEST || /[^ -~]/.test(line)) return null;
  if (line === 'unconfined') return { module: 'apparmor', profile: line, mode: '' };
  const [, profile, mode] = APPARMOR.exec(line) ?? [];
  if (profile !== undefined && mode !== undefined) return { module: 'apparmor', profile, mode };
  return SELINUX.test(line) ? { module: 'selinux', context: line } : null;
}

/** The label as people read it: `AppArmor profile docker-default (enforce)`. */
export function describeLabel(label: SecurityLabel): string {
  if (label.module === 'selinux') return `SELinux label ${label.context}`;
  return label.mode === '' ? 'no AppArmor profile' : `AppArmor profile ${label.profile} (${label.mode})`;
}

/** Whether the module may refuse this process anything: an SELinux domain can be permissive, which the label does not show. */
function canRefuse(label: SecurityLabel): boolean {
  return label.module === 'selinux' || ['enforce', 'kill', 'mixed'].includes(label.mode);
}

/** Whether an AppArmor profile is among those in force, in whatever namespace. */
export function hasProfile(label: SecurityLabel, name: string): boolean {
  if (label.module !== 'apparmor') return false;
  return label.profile.split('//&').some((part) => part === name || part.replace(/^:[^:]*:(\/\/)?/, '') === name);
}

/** A part of an SELinux label; `null` for other labels. */
export function labelPart(label: SecurityLabel, part: 'user' | 'role' | 'type' | 'level'): string | null {
  if (label.module !== 'selinux') return null;
  const [user = '', role = '', type = '', ...level] = label.context.split(':');
  return { user, role, type, level: level.join(':') }[part];
}

/** The first label of a run's processes that may refuse them anything; `null` when none is known. */
export function confiningLabel(facts: Labelled | null): SecurityLabel | null {
  return facts?.processes.flatMap(({ label }) => label ?? []).find(canRefuse) ?? null;
}

interface Labelled {
  readonly processes: readonly { readonly label?: SecurityLabel | null }[];
}
