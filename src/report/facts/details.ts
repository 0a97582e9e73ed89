import { capabilitiesOf, parseMask } from '../../core/capability/mask.js';
import type { EnvironmentFacts, SeccompReport, ServiceResult } from '../../core/result.js';
import { failedStep, type ExerciseResult, type StepOutcome } from '../../core/smoke/outcome.js';
import { inForce } from './in-force.js';
import { isolation } from './isolation.js';
import { compared } from './compared.js';
import { shortId } from './short-id.js';
import { count, duration, enumerate } from './wording.js';

/** One line of what a verdict rests on. `text` is foreign. */
export interface Detail {
  readonly label: string;
  readonly text: string;
}

/** What a statement about a service rests on besides its tests: what ran, confined how, what else was tried, where. */
export function detailsOf(service: ServiceResult, environment: EnvironmentFacts | null): readonly Detail[] {
  const { image, declared } = service;
  return [
    ...(image === null ? [] : [{ label: 'Image', text: `${image.reference} (${shortId(image.id)})` }]),
    { label: 'Confined', text: `${requested(service)}; ${profile(service.seccomp)}` },
    ...compared(service.seccomp).map((text) => ({ label: 'Compared', text })),
    ...(declared === null ? [] : [{ label: 'In force', text: inForce(declared.processes) }]),
    ...isolated(service),
    ...withheld(service),
    ...further(service),
    { label: 'On', text: environment === null ? 'no engine was asked' : machine(environment) },
  ];
}

function isolated({ declared }: ServiceResult): readonly Detail[] {
  const text = isolation(declared?.surroundings ?? null);
  return text === null ? [] : [{ label: 'Isolated', text }];
}

/** That a verdict holds for what was exercised, to be told wherever something was. */
export const SCOPE = 'This holds for these tests on this machine; "unused" means not used in these tests.';

function requested({ capabilities }: ServiceResult): string {
  return capabilities.requested.length === 0 ? "the engine's capabilities" : capabilities.requested.join(' ');
}

function profile({ source, allowed }: SeccompReport): string {
  const name = source === 'default' || source === 'unconfined' ? `seccomp ${source}` : source;
  if (allowed === null || source === 'unconfined') return name;
  const conditional = allowed.conditionally === 0 ? '' : ` and ${allowed.conditionally} on conditions`;
  const compared = source === 'default' ? '' : ` (Docker's current default: ${allowed.dockerDefault})`;
  return `${name} allows ${count(allowed.always, 'syscall')}${conditional}${compared}`;
}

/** How far the declared run came: `3 of 3 tests passed, 14.2 s in all`. */
export function exercised({ steps, duration: time }: ExerciseResult): string {
  const tests = steps.filter(({ kind }) => kind === 'test');
  const passed = tests.filter(({ state }) => state === 'passed').length;
  return `${passed} of ${count(tests.length, 'test')} passed, ${duration(time)} in all`;
}

/** How long a step took, and how often a test was tried. */
export function stepTime({ kind, state, attempts, duration: time }: StepOutcome): string {
  if (state === 'skipped') return '';
  return kind === 'test' && attempts > 1 ? `${duration(time)}, ${attempts} attempts` : duration(time);
}

/** What the engine was seen to grant by default and the declaration does not, where the service works with the one and fails with the other. */
function withheld({ declared, control, capabilities }: ServiceResult): readonly Detail[] {
  if (declared === null || declared.works || control?.works !== true) return [];
  const granted = (control.processes ?? []).reduce((mask, { capBnd }) => mask | (parseMask(capBnd) ?? 0n), 0n);
  const names = capabilitiesOf(granted).filter((name) => !capabilities.bounding.includes(name));
  return names.length === 0 ? [] : [{ label: 'Withheld', text: `of the engine's default: ${enumerate(names)}` }];
}

function further({ control, trials }: ServiceResult): readonly Detail[] {
  const runs = [
    ...(control === null ? [] : [`under engine defaults (${controlState(control)})`]),
    ...(trials.length === 0 ? [] : [`${count(trials.length, 'time')} without some of its capabilities`]),
  ];
  return runs.length === 0 ? [] : [{ label: 'Also run', text: enumerate(runs) }];
}

function controlState(control: ExerciseResult): string {
  const step = failedStep(control);
  if (step === null) return control.works ? 'works' : 'fails';
  return step.kind === 'test' ? `fails at "${step.name}"` : `fails at ${step.name}`;
}

function machine({ engine, runtime, kernel, arch, operatingSystem, cgroupVersion }: EnvironmentFacts): string {
  return [engine, runtime, `Linux ${kernel}`, arch, operatingSystem, `cgroup v${cgroupVersion}`].join(', ');
}
