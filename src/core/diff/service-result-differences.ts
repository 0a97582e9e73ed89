import type { ServiceResult } from '../result.js';
import type { Verdict } from '../verdict.js';
import { behaviourDifferences } from './behaviour-differences.js';
import type { Change, Sides } from './difference.js';
import { changed, membership, scaled } from './scale.js';

/** What changed in a service of a result, that on which the statements hold apart from the rest. */
export interface JudgedDifferences {
  readonly key: readonly Change[];
  readonly rest: readonly Change[];
}

/** Compares what a service was granted and what it did; nothing is said of one that is missing on a side. */
export function judgedDifferences({ before, after }: Sides<ServiceResult | null>): JudgedDifferences {
  if (before === null || after === null) return { key: [], rest: [] };
  const sides = { before, after };
  return {
    key: keyDifferences(sides),
    rest: [
      ...verdictDifferences(sides),
      ...loosenessDifferences(sides),
      ...capabilityChanges(sides),
      ...callChanges(sides),
      ...behaviourDifferences(sides),
    ],
  };
}

type ServiceSides = Sides<ServiceResult>;

/** The image's base is told by what made its lowest layer, as the image's history has no other name for it. */
function keyDifferences({ before, after }: ServiceSides): readonly Change[] {
  const one = (name: string, pick: (service: ServiceResult) => string): readonly Change[] =>
    changed({ aspect: 'key', name, before: pick(before), after: pick(after), say: String });
  return [
    ...one('image', ({ image }) => image?.id ?? 'none'),
    ...(before.contents === null || after.contents === null
      ? []
      : one('base', ({ contents }) => contents?.layers[0]?.instruction ?? 'none')),
    ...(before.declared === null || after.declared === null ? [] : one('tests', testNames)),
    ...one('profile', ({ seccomp }) => `${seccomp.source} ${seccomp.sha256?.slice(0, 12) ?? ''}`.trim()),
  ];
}

function testNames({ declared }: ServiceResult): string {
  const tests = (declared?.steps ?? []).filter(({ kind }) => kind === 'test');
  return tests.length === 0 ? 'none' : tests.map(({ name }) => name).join(', ');
}

/** Only between `tight` and `loose` one can be called looser; a broken or unjudged service says nothing about its grants. */
function verdictDifferences({ before, after }: ServiceSides): readonly Change[] {
  const option = {
    aspect: 'verdict' as const,
    name: 'verdict',
    before: before.verdict,
    after: after.verdict,
    say: String,
  };
  const comparable = OPENNESS[before.verdict] !== null && OPENNESS[after.verdict] !== null;
  return comparable ? scaled(option, (verdict) => OPENNESS[verdict] ?? 0) : changed(option);
}

const OPENNESS = { tight: 0, loose: 1, broken: null, unjudged: null } as const satisfies Record<Verdict, number | null>;

function loosenessDifferences({ before, after }: ServiceSides): readonly Change[] {
  const option = {
    aspect: 'looseness' as const,
    name: 'looseness',
    before: before.looseness,
    after: after.looseness,
    say: (score: number | null) => (score === null ? 'not known' : String(score)),
  };
  const known = before.looseness !== null && after.looseness !== null;
  return known ? scaled(option, (score) => score ?? 0) : changed(option);
}

function capabilityChanges({ before, after }: ServiceSides): readonly Change[] {
  return membership({
    aspect: 'capability',
    before: before.capabilities.bounding,
    after: after.capabilities.bounding,
    gained: 'looser',
    absent: 'not granted',
    present: 'granted',
  });
}

/** Without rows on a side, as in a run that never came to it, nothing is known of what was granted there. */
function callChanges({ before, after }: ServiceSides): readonly Change[] {
  if (before.syscalls === null || after.syscalls === null) return [];
  const [old, now] = [conditionsOf(before), conditionsOf(after)];
  const conditional = [...now].flatMap(([name, condition]) =>
    old.has(name) ? conditionChange(name, { before: old.get(name) ?? null, after: condition }) : [],
  );
  const granted = membership({
    aspect: 'syscall',
    before: [...old.keys()],
    after: [...now.keys()],
    gained: 'looser',
    absent: 'refused',
    present: 'allowed',
  });
  return [...granted, ...conditional];
}

function conditionsOf({ syscalls }: ServiceResult): ReadonlyMap<string, string | null> {
  return new Map((syscalls?.rows ?? []).map(({ name, condition }) => [name, condition]));
}

/** A result holds conditions as text: losing one is looser, another one is another one. */
function conditionChange(name: string, { before, after }: Sides<string | null>): readonly Change[] {
  const say = (condition: string | null): string => `allowed${condition === null ? '' : ` ${condition}`}`;
  return scaled({ aspect: 'syscall', name, before, after, say }, (condition) => Number(condition === null));
}
