import { resolve } from '../../../src/core/seccomp/resolve.js';
import type { Capability } from '../../../src/core/capability/names.js';
import type { CorpusProfile } from './corpus/corpus-profile.js';
import { compare, type Compared } from './differences.js';
import type { FilterLab } from './filter-lab.js';
import { profileOf } from './profile-of.js';
import type { ThisMachine } from './this-machine.js';

/** Where and how many at a time. */
export interface Trying {
  readonly lab: FilterLab;
  readonly machine: ThisMachine;
  readonly atATime: number;
}

/** One profile with one set of capabilities. */
interface Trial extends Pick<CorpusProfile, 'title' | 'text' | 'by'> {
  readonly held: readonly Capability[];
}

/** Has the kernel take every profile with each of its sets of capabilities, and compares. */
export async function tryCorpus(
  corpus: readonly CorpusProfile[],
  trying: Trying,
): Promise<Compared & { trials: number }> {
  const trials = corpus.flatMap((one) => trialsOf(one, trying.machine));
  const waiting = trials.values();
  const all: Compared[] = [];
  const work = async (): Promise<void> => {
    for (const trial of waiting) all.push(await tryOne(trial, trying));
  };
  // All come to their end first: the lab must not be closed under one that still works.
  const ended = await Promise.allSettled(Array.from({ length: trying.atATime }, work));
  for (const end of ended) if (end.status === 'rejected') throw end.reason;
  return {
    trials: trials.length,
    points: all.reduce((sum, { points }) => sum + points, 0),
    differences: all.flatMap(({ differences }) => differences),
  };
}

/** A capability that nothing can have on this machine is left out, and so is a set that comes out like another. */
function trialsOf({ capabilities, ...profile }: CorpusProfile, machine: ThisMachine): readonly Trial[] {
  const sets = capabilities.map((set) => set.filter((name) => machine.capabilities.includes(name)));
  return [...new Map(sets.map((held) => [held.join(), held])).values()].map((held) => ({ ...profile, held }));
}

async function tryOne({ title, text, by, held }: Trial, { lab, machine }: Trying): Promise<Compared> {
  const enforced =
    by === 'engine' ? await lab.underEngine({ profile: text, capabilities: held }) : await lab.underRuntime(text);
  const { environment } = machine;
  const profile = profileOf(title, text);
  const filter = resolve(profile, {
    ...environment,
    capabilities: new Set(held),
    dropsDefaultErrno: by === 'engine' && environment.dropsDefaultErrno === true,
  });
  const compared = compare({ profile, filter, enforced });
  const where = `${title} [${held.join(' ')}]`;
  return { ...compared, differences: compared.differences.map((difference) => `${where}: ${difference}`) };
}
