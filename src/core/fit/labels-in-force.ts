import type { Finding } from '../finding.js';
import { LABEL_PARTS, labelOptions } from '../policy/label-options.js';
import type { RunOptions, Service } from '../policy/policy.js';
import { ruleOf } from '../rules.js';
import { describeLabel, hasProfile, labelPart, type SecurityLabel } from '../smoke/security-label.js';
import type { ProcessSurroundings, SurroundingsFacts } from '../smoke/surroundings.js';
import { differenceFindings, nameOf, type SurroundingsDifference } from './surroundings-difference.js';

/** A service that was run, what was seen of it, and the modules that its engine confines containers with. */
export interface LabelledRun {
  readonly service: Service;
  /** `null` when the host did not show its processes. */
  readonly surroundings: SurroundingsFacts | null;
  readonly modules: readonly SecurityLabel['module'][];
}

/** Compares the AppArmor profile and the SELinux label of every process with what the policy asks for. */
export function compareLabels({ service, surroundings, modules }: LabelledRun): readonly Finding[] {
  const idle = WANTED.filter(({ module, wants }) => wants(service.run) && !modules.includes(module));
  const processes = (surroundings?.processes ?? []).filter(({ inCgroup }) => inCgroup);
  const labelled = processes.flatMap((process) =>
    process.label === undefined || process.label === null ? [] : [{ process, label: process.label }],
  );
  const seen = labelled.flatMap(({ process, label }) => differencesOf(service.run, process, label));
  return [...idle.map((one) => notInForce(service, one)), ...differenceFindings(service, seen)];
}

interface Wanted {
  readonly module: SecurityLabel['module'];
  readonly title: string;
  readonly wants: (run: RunOptions) => boolean;
  readonly options: (run: RunOptions) => readonly string[];
}

/** What a policy may ask for that only a module can put in force; being without one is in force everywhere. */
const WANTED: readonly Wanted[] = [
  {
    module: 'apparmor',
    title: 'AppArmor',
    wants: ({ appArmor }) => appArmor.kind === 'profile',
    options: ({ appArmor }) => labelOptions({ appArmor, label: { kind: 'default' } }),
  },
  {
    module: 'selinux',
    title: 'SELinux',
    wants: ({ label }) => label.kind === 'parts',
    options: ({ label }) => labelOptions({ appArmor: { kind: 'default' }, label }),
  },
];

function notInForce(service: Service, { module, title, options }: Wanted): Finding {
  return {
    rule: 'security-label-not-in-force',
    severity: ruleOf('security-label-not-in-force').severity,
    service: service.name,
    message: `${options(service.run).join(', ')} is not in force: the engine confines no container with ${title} on this machine`,
    advice: `Run the check on a machine whose engine uses ${title}, or set the rule to warn in this policy.`,
    location: service.at('run', 'security_opt'),
    grants: [module === 'apparmor' ? 'apparmor' : 'label'],
  };
}

function differencesOf(
  { appArmor, label: choice }: RunOptions,
  process: ProcessSurroundings,
  label: SecurityLabel,
): readonly SurroundingsDifference[] {
  if (label.module === 'apparmor') return appArmorDifferences(appArmor, process, label);
  if (choice.kind !== 'parts') return [];
  const other = LABEL_PARTS.filter((part) => {
    const wanted = choice.parts[part];
    return wanted !== undefined && labelPart(label, part) !== wanted;
  });
  if (other.length === 0) return [];
  return [
    differs(process, label, { named: other.map((part) => `${part} ${choice.parts[part] ?? ''}`), grants: ['label'] }),
  ];
}

function appArmorDifferences(
  choice: RunOptions['appArmor'],
  process: ProcessSurroundings,
  label: Extract<SecurityLabel, { readonly module: 'apparmor' }>,
): readonly SurroundingsDifference[] {
  if (choice.kind === 'unconfined') {
    return label.mode === '' || label.mode === 'unconfined'
      ? []
      : [differs(process, label, { named: ['apparmor=unconfined'], grants: ['apparmor'] })];
  }
  if (choice.kind === 'default') return [];
  if (label.mode === '' || label.mode === 'unconfined' || label.mode === 'complain')
    return [looser(process, label, choice.name)];
  if (hasProfile(label, choice.name)) return [];
  return [differs(process, label, { named: [`profile ${choice.name}`], grants: ['apparmor'] })];
}

function looser(process: ProcessSurroundings, label: SecurityLabel, wanted: string): SurroundingsDifference {
  const inComplain = label.module === 'apparmor' && label.mode === 'complain';
  return {
    rule: 'in-force-looser',
    severity: 'error',
    message: inComplain
      ? `${nameOf(process)} runs under ${describeLabel(label)}: complain mode logs what the profile does not allow and refuses nothing`
      : `${nameOf(process)} runs under ${describeLabel(label)}, and the policy declares ${wanted}`,
    advice: inComplain
      ? 'Load the profile in enforce mode: apparmor_parser -r FILE, without flags=(complain).'
      : 'Find out what took the profile away: the engine, its runtime or the profile itself.',
    path: ['security_opt'],
    grants: ['apparmor'],
  };
}

function differs(
  process: ProcessSurroundings,
  label: SecurityLabel,
  { named, grants }: { readonly named: readonly string[]; readonly grants: readonly string[] },
): SurroundingsDifference {
  return {
    rule: 'in-force-differs',
    severity: 'warning',
    message: `${nameOf(process)} runs under ${describeLabel(label)}, and the policy declares ${named.join(', ')}`,
    advice: 'A profile or a policy of the machine may send it there; compare with what is loaded.',
    path: ['security_opt'],
    grants,
  };
}
