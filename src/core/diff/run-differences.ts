import { canonicalJson } from '../canonical-json.js';
import { labelOptions } from '../policy/label-options.js';
import type { RunOptions } from '../policy/policy.js';
import { userDifferences } from './capability-differences.js';
import type { Change, Sides } from './difference.js';
import { mountDifferences } from './mount-differences.js';
import { resourceDifferences } from './resource-differences.js';
import { changed, membership, scaled, switched } from './scale.js';

/** Where two `run` blocks differ, capabilities and seccomp left to others. */
export function runDifferences(sides: Sides<RunOptions>): readonly Change[] {
  return [
    ...userDifferences(sides),
    ...switches(sides),
    ...labels(sides),
    ...groups(sides),
    ...mountDifferences(sides),
    ...resourceDifferences(sides),
    ...program(sides),
  ];
}

function switches({ before, after }: Sides<RunOptions>): readonly Change[] {
  const one = (name: string, pick: (run: RunOptions) => boolean, looseWhen: boolean): readonly Change[] =>
    switched({ aspect: 'run', name, before: pick(before), after: pick(after) }, looseWhen);
  return [
    ...one('no-new-privileges', (run) => run.noNewPrivileges, false),
    ...one('read_only', (run) => run.readOnly, false),
    ...one('networks.egress', (run) => run.egress, true),
  ];
}

/** One profile or label beside another is not looser as such; none at all is. */
function labels({ before, after }: Sides<RunOptions>): readonly Change[] {
  const one = (name: string, pick: (run: RunOptions) => Labels): readonly Change[] => {
    const say = (chosen: Labels): string => labelOptions(chosen).join(', ') || "the engine's own";
    const option = { aspect: 'run', name, before: pick(before), after: pick(after), say } as const;
    return scaled(option, ({ appArmor, label }) => Number(appArmor.kind === 'unconfined' || label.kind === 'disabled'));
  };
  return [
    ...one('apparmor', ({ appArmor }) => ({ appArmor, label: { kind: 'default' } })),
    ...one('label', ({ label }) => ({ appArmor: { kind: 'default' }, label })),
  ];
}

type Labels = Pick<RunOptions, 'appArmor' | 'label'>;

function groups({ before, after }: Sides<RunOptions>): readonly Change[] {
  const found = membership({
    aspect: 'run',
    before: before.groupAdd,
    after: after.groupAdd,
    gained: 'looser',
    absent: 'not a group of the service',
    present: 'a group of the service',
  });
  return found.map((change) => ({ ...change, name: `group_add ${change.name}` }));
}

/** What runs is no grant: it is told, and judged by nobody. */
function program({ before, after }: Sides<RunOptions>): readonly Change[] {
  const one = (name: string, pick: (run: RunOptions) => unknown): readonly Change[] =>
    changed({ aspect: 'run', name, before: pick(before), after: pick(after), say: sayValue });
  return [
    ...one('entrypoint', (run) => run.entrypoint),
    ...one('command', (run) => run.command),
    ...one('working_dir', (run) => run.workingDir),
    ...one('environment', (run) => run.environment),
    ...one('init', (run) => run.init),
    ...one('stop_signal', (run) => run.stopSignal),
  ];
}

function sayValue(value: unknown): string {
  return value === null ? "the image's own" : canonicalJson(value);
}
