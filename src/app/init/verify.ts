import type { Capability } from '../../core/capability/names.js';
import { callsRefused } from '../../core/init/calls-seen.js';
import { remarked, withRun, type Draft } from '../../core/init/draft.js';
import { checkDraft, fitDraft, type Bench, type CheckedDraft, type Fit } from './bench.js';
import { failureOf } from './settle.js';

/** A draft and what checking it said. */
export interface Verified {
  readonly draft: Draft;
  /** What its profile was made for; `null`: it has none. */
  readonly fit: Fit | null;
  readonly checked: CheckedDraft;
  /** Capabilities that the check proved unneeded, so that the draft has them no more. */
  readonly dropped: readonly Capability[];
}

/** How often a profile is widened by calls that it refused before it is given up. */
const WIDENINGS = 2;

/**
 * Checks a draft as `tightfit check` would. A profile that breaks the service gets the calls it refused, then is given up;
 * capabilities that the check proved unneeded are taken out, and what is left is checked again.
 * @param fit what the draft's profile is to allow; `null`: it gets none
 */
export async function verify(bench: Bench, draft: Draft, fit: Fit | null): Promise<Verified> {
  const fitted = fit === null ? await verified(bench, draft, null) : await verifyProfile(bench, draft, fit);
  const dropped = unneededCapabilities(fitted);
  if (dropped.length === 0) return fitted;
  const needed = fitted.draft.run.capabilities?.filter((name) => !dropped.includes(name)) ?? [];
  bench.stage.world.log.info('check again without the capabilities that it was shown not to need');
  const fewer = await verified(bench, withRun(fitted.draft, { capabilities: needed }), fitted.fit);
  return worksIn(fewer) ? { ...fewer, dropped } : fitted;
}

async function verifyProfile(bench: Bench, draft: Draft, fit: Fit): Promise<Verified> {
  let allowed = fit.calls;
  let last = await verified(bench, draft, fit);
  for (let widening = 0; widening < WIDENINGS && !worksIn(last); widening += 1) {
    const refused = callsRefused(last.checked.result.declared?.record ?? null);
    if ([...refused].every((name) => allowed.has(name))) break;
    bench.stage.world.log.info('the profile refused what it did not need before; check again with that allowed');
    allowed = new Set([...allowed, ...refused]);
    last = await verified(bench, draft, { ...fit, calls: allowed });
  }
  if (worksIn(last)) return last;
  const { declared } = last.checked.result;
  if (declared === null) return last;
  const remark = `The engine's default seccomp profile: one of the calls that were seen broke the service: ${failureOf(declared)}.`;
  const without = await verified(bench, remarked(draft, 'security', remark), null);
  return worksIn(without) ? without : last;
}

async function verified(bench: Bench, draft: Draft, fit: Fit | null): Promise<Verified> {
  const fitted = fit === null ? draft : await fitDraft(bench, draft, fit);
  return { draft: fitted, fit, checked: await checkDraft(bench, fitted), dropped: [] };
}

/** Whether a checked draft's service works; where nothing could be recorded it is unjudged, but may work. */
export function worksIn({ checked }: Pick<Verified, 'checked'>): boolean {
  return checked.result.declared?.works === true && checked.verdict !== 'broken';
}

function unneededCapabilities({ draft, checked }: Verified): readonly Capability[] {
  const unused = checked.result.grants.flatMap(({ name, state }) => (state === 'unused' ? [name] : []));
  return unused.filter((name) => draft.run.capabilities?.includes(name) === true);
}
