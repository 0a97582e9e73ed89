import { FAIL_ABOVE } from '../fit/service-looseness.js';
import type { Exception, Service } from '../policy/policy.js';
import type { Change, Sides } from './difference.js';
import { changed, membership, scaled } from './scale.js';

/** How much excess each side puts up with: `limits` and `exceptions`. */
export function allowanceDifferences(sides: Sides<Service>): readonly Change[] {
  return [...limitDifferences(sides), ...exceptionDifferences(sides)];
}

function limitDifferences({ before, after }: Sides<Service>): readonly Change[] {
  const aspect = 'limit' as const;
  const looseness = {
    aspect,
    name: 'looseness',
    before: before.limits.looseness,
    after: after.limits.looseness,
    say: (value: number | null) => (value === null ? `the built-in ${FAIL_ABOVE}` : String(value)),
  };
  const unused = {
    aspect,
    name: 'unused_capabilities',
    before: before.limits.unusedCapabilities,
    after: after.limits.unusedCapabilities,
    say: String,
  };
  return [...scaled(looseness, (value) => value ?? FAIL_ABOVE), ...scaled(unused, (value) => value)];
}

function exceptionDifferences({ before, after }: Sides<Service>): readonly Change[] {
  const [old, now] = [exceptionsOf(before), exceptionsOf(after)];
  const kept = [...now].flatMap(([name, exception]) => {
    const earlier = old.get(name);
    return earlier === undefined ? [] : changesOfException(name, { before: earlier, after: exception });
  });
  const added = membership({
    aspect: 'exception',
    before: [...old.keys()],
    after: [...now.keys()],
    gained: 'looser',
    absent: 'not excepted',
    present: 'excepted',
  });
  return [...added, ...kept];
}

function exceptionsOf({ exceptions }: Service): ReadonlyMap<string, Exception> {
  return new Map(exceptions.map((exception) => [`${exception.grant.kind} ${exception.grant.name}`, exception]));
}

function changesOfException(name: string, { before, after }: Sides<Exception>): readonly Change[] {
  const aspect = 'exception' as const;
  const end = { aspect, name, before: before.expires, after: after.expires, say: (date: string) => `until ${date}` };
  const reason = { aspect, name: `${name}: reason`, before: before.reason, after: after.reason, say: String };
  return [...scaled(end, (date) => Number(date.replaceAll('-', ''))), ...changed(reason)];
}
