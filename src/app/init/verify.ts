import type { Capability } from '../../core/capability/names.js';
import { callsRefused } from '../../core/init/calls-seen.js';
import { remarked, withRun, type Draft } from '../../core/init/draft.js';
import { profileOfCalls } from '../../core/init/profile-of-calls.js';
import { checkDraft, type Bench, type CheckedDraft } from './bench.js';
import { failureOf } from './settle.js';

/** A draft and what checking it said. */
export interface Verified {
  readonly draft: Draft;
  readonly checked: CheckedDraft;
  /** Capabilities that the check proved unneeded, so that the draft has them no more. */
  readonly dropped: readonly Capability[];
}

/** How often a profile is widened by calls that it refused before it is given up. */
const WIDENINGS = 2;

/**
 * Checks a draft as `tightfit check` would. A profile that breaks the service gets the calls it refused, then is given up;
 * capabilities that the check proved unneeded are taken out, and what is left is checked again.
 * @param calls what the draft's profile allows; `null`: it has none
 */
export async function verify(bench: Bench, draft: Draft, calls: ReadonlySet<string> | null): Promise<Verified> {
  const fitted = calls === null ? await verified(bench, draft) : await verifyProfile(bench, draft, calls);
  const dropped = unneededCapabilities(fitted);
  if (dropped.length === 0) return fitted;
  const needed = fitted.draft.run.capabilities?.filter((name) => !dropped.includes(name)) ?? [];
  bench.stage.world.log.info('check again without the capabilities that it was shown not to need');
  const fewer = await verified(bench, withRun(fitted.draft, { capabilities: needed }));
  return worksIn(fewer) ? { ...fewer, dropped } : fitted;
}

/** A draft with a profile that lets these calls through. */
function withProfile(bench: Bench, draft: Draft, calls: ReadonlySet<string>): Draft {
  return withRun(draft, { profile: profileOfCalls(calls, bench.machine.arch) });
}

async function verifyProfile(bench: Bench, draft: Draft, calls: ReadonlySet<string>): Promise<Verified> {
  let allowed = calls;
  let last = await verified(bench, withProfile(bench, draft, allowed));
  for (let widening = 0; widening < WIDENINGS && !worksIn(last); widening += 1) {
    const refused = callsRefused(last.checked.result.declared?.record ?? null);
    if ([...refused].every((name) => allowed.has(name))) break;
    bench.stage.world.log.info('the profile refused what it did not need before; check again with that allowed');
    allowed = new Set([...allowed, ...refused]);
    last = await verified(bench, withProfile(bench, draft, allowed));
  }
  if (worksIn(last)) return last;
  const { declared } = last.checked.result;
  if (declared === null) return last;
  const remark = `The engine's default seccomp profile: one of the calls that were seen broke the service: ${failureOf(declared)}.`;
  const without = await verified(bench, remarked(draft, 'security', remark));
  return worksIn(without) ? without : last;
}

async function verified(bench: Bench, draft: Draft): Promise<Verified> {
  return { draft, checked: await checkDraft(bench, draft), dropped: [] };
}

/** Whether a checked draft's service works; where nothing could be recorded it is unjudged, but may work. */
export function worksIn({ checked }: Pick<Verified, 'checked'>): boolean {
  return checked.result.declared?.works === true && checked.verdict !== 'broken';
}

function unneededCapabilities({ draft, checked }: Verified): readonly Capability[] {
  const unused = checked.result.grants.flatMap(({ name, state }) => (state === 'unused' ? [name] : []));
  return unused.filter((name) => draft.run.capabilities?.includes(name) === true);
}
