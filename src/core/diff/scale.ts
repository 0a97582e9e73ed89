import { compareText } from '../finding.js';
import type { Aspect, Change } from './difference.js';

/** One option on both sides. */
export interface Option<Value> {
  readonly aspect: Aspect;
  readonly name: string;
  readonly before: Value;
  readonly after: Value;
  /** As people write it: two values that read alike are the same. */
  readonly say: (value: Value) => string;
}

/** An option whose values go from tight to loose: the higher `openness`, the looser. Equally open values are told as changed. */
export function scaled<Value>(option: Option<Value>, openness: (value: Value) => number): readonly Change[] {
  const { aspect, name, before, after, say } = option;
  const words = { aspect, name, before: say(before), after: say(after) };
  const step = openness(after) === openness(before) ? 0 : openness(after) - openness(before);
  if (step === 0) return words.before === words.after ? [] : [{ direction: 'changed', ...words }];
  return [{ direction: step > 0 ? 'looser' : 'tighter', ...words }];
}

/** An option that is neither tighter nor looser for any value. */
export function changed<Value>(option: Option<Value>): readonly Change[] {
  return scaled(option, () => 0);
}

/** A switch that makes a service looser when it is `looseWhen`. */
export function switched(option: Omit<Option<boolean>, 'say'>, looseWhen: boolean): readonly Change[] {
  return scaled({ ...option, say: (value) => (value ? 'on' : 'off') }, (value) => Number(value === looseWhen));
}

/** Members of a set on both sides, and what it means to be one. */
export interface Members {
  readonly aspect: Aspect;
  readonly before: readonly string[];
  readonly after: readonly string[];
  /** What a new member makes of the whole; one that is gone does the opposite. */
  readonly gained: 'looser' | 'tighter' | 'changed';
  readonly absent: string;
  readonly present: string;
}

/** Every member that is in one of the sets only, sorted, new ones first. */
export function membership({ aspect, before, after, gained, absent, present }: Members): readonly Change[] {
  const lost = { looser: 'tighter', tighter: 'looser', changed: 'changed' } as const;
  const added = after.filter((name) => !before.includes(name)).sort(compareText);
  const removed = before.filter((name) => !after.includes(name)).sort(compareText);
  return [
    ...added.map((name) => ({ direction: gained, aspect, name, before: absent, after: present })),
    ...removed.map((name) => ({ direction: lost[gained], aspect, name, before: present, after: absent })),
  ];
}
