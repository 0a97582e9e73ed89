import type { AppliedSetting } from '../../core/govern.js';
import type { CheckResult } from '../../core/result.js';
import type { JudgedControl, StandardReport } from '../../core/standards/judge-standard.js';
import { count, enumerate } from './wording.js';

/** How many controls of a standard are met: `9 of 12 controls met, 2 failed, 1 not judged`. */
export function standardTally({ controls }: StandardReport): string {
  const number = (state: JudgedControl['state']): number =>
    controls.filter((control) => control.state === state).length;
  const parts = [
    `${number('met')} of ${count(controls.length, 'control')} met`,
    ...(number('failed') === 0 ? [] : [`${number('failed')} failed`]),
    ...(number('not-judged') === 0 ? [] : [`${number('not-judged')} not judged`]),
  ];
  return parts.join(', ');
}

/** What a control asks for and why it is judged as it is; the service first where there are several. Foreign text. */
export function controlText({ service, title, reason }: JudgedControl, { services }: CheckResult): string {
  const why = reason === '' ? '' : ` (${reason})`;
  return `${services.length > 1 ? `${service}: ` : ''}${title}${why}`;
}

/** A rule that the policy sets. */
export interface SettingText {
  readonly rule: string;
  /** `off`, `warn`, `error`, or `overruled`. */
  readonly effect: string;
  /** For which services, why, and what it gives way to. Foreign text. */
  readonly text: string;
}

/** Every rule that the policy sets, services with one reason together. */
export function settingTexts({ settings = [], services }: CheckResult): readonly SettingText[] {
  const groups = new Map<string, AppliedSetting[]>();
  for (const setting of settings) {
    const { rule, severity, reason, overruledBy } = setting;
    const key = JSON.stringify([rule, severity, reason, overruledBy]);
    groups.set(key, [...(groups.get(key) ?? []), setting]);
  }
  return [...groups.values()].flatMap((group) => settingText(group, services.length));
}

function settingText(group: readonly AppliedSetting[], serviceCount: number): readonly SettingText[] {
  const [first] = group;
  if (first === undefined) return [];
  const where = group.length === serviceCount ? '' : `${enumerate(group.map(({ service }) => service))}: `;
  const gate = first.overruledBy === null ? '' : `, but ${first.overruledBy} asks for it`;
  const effect = first.overruledBy === null ? first.severity : 'overruled';
  return [{ rule: first.rule, effect, text: `${where}${first.reason}${gate}` }];
}
