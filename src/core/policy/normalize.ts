import type { RuleSetting } from '../rule-setting.js';
import type { Cursor } from './cursor.js';
import type { Locator } from './locate.js';
import { normalizeDuration } from './normalize-duration.js';
import { normalizeException } from './normalize-exception.js';
import { normalizeImage } from './normalize-image.js';
import { normalizeProbe } from './normalize-probe.js';
import { normalizeRun } from './normalize-run.js';
import { normalizeRules } from './normalize-rules.js';
import { normalizeRuntimes } from './normalize-runtimes.js';
import type { Policy, Ready, Service, Test } from './policy.js';
import type * as Written from './written.generated.js';

const SECOND = 1000;

/** Enough to say with 95 % confidence that a run fails no more often than one in seven. */
const DEFAULT_REPEATS = 20;

/** The policy with every default filled in. What cannot be read is noted at the cursor, which stands at the root. */
export function normalizePolicy(
  written: Written.Policy,
  cursor: Cursor,
  { file, locator }: { readonly file: string; readonly locator: Locator },
): Policy {
  const standards = [...new Set(written.standards ?? [])];
  const shared = normalizeRules(written.rules, standards, cursor.in('rules'));
  const runtimes = normalizeRuntimes(written.runtimes, cursor.in('runtimes'));
  const services = Object.entries(written.services).map(([name, service]) => ({
    name,
    ...normalizeService(service, cursor.in('services', name)),
    rules: ownRules(normalizeRules(service.rules, standards, cursor.in('services', name, 'rules')), shared),
    standards,
    runtimes,
    at: (...path: readonly (string | number)[]) => locator.locate(['services', name, ...path], 'key'),
  }));
  return { file, services };
}

function normalizeService(
  written: Written.Service,
  cursor: Cursor,
): Omit<Service, 'name' | 'at' | 'rules' | 'standards' | 'runtimes'> {
  const { limits, exceptions = [], tests = [], ready, minimize } = written;
  return {
    image: normalizeImage(written, cursor),
    run: normalizeRun(written.run ?? {}, cursor.in('run')),
    ready: ready === undefined ? null : normalizeReady(ready, cursor.in('ready')),
    tests: tests.flatMap((test, index) => normalizeTest(test, cursor.in('tests', index)) ?? []),
    limits: { looseness: limits?.looseness ?? null, unusedCapabilities: limits?.unused_capabilities ?? 0 },
    exceptions: exceptions.flatMap(
      (exception, index) => normalizeException(exception, cursor.in('exceptions', index)) ?? [],
    ),
    minimize: { repeats: minimize?.repeats ?? DEFAULT_REPEATS, tryFrozen: minimize?.try_frozen ?? false },
  };
}

function ownRules(own: readonly RuleSetting[], shared: readonly RuleSetting[]): readonly RuleSetting[] {
  return [...own, ...shared.filter(({ rule }) => !own.some((setting) => setting.rule === rule))];
}

function normalizeReady(written: Written.Ready, cursor: Cursor): Ready {
  const timeout = normalizeDuration(written.timeout, cursor.in('timeout'), { shortest: 1, otherwise: 30 * SECOND });
  return { probe: normalizeProbe(written, cursor) ?? { kind: 'healthcheck' }, timeout };
}

function normalizeTest(written: Written.Test, cursor: Cursor): Test | null {
  const probe = normalizeProbe(written, cursor);
  if (probe === null) return null;
  const timeout = normalizeDuration(written.timeout, cursor.in('timeout'), { shortest: 1, otherwise: 10 * SECOND });
  return { name: written.name, probe, timeout, retries: written.retries ?? 0 };
}
