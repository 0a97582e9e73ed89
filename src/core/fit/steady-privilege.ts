import { maskOf, parseMask } from '../capability/mask.js';
import type { ProcessFacts } from '../smoke/outcome.js';

/**
 * The processes of several runs of one service that trials are compared with. A privilege that only some runs show is one that a
 * process was about to drop, and counts only where nothing else is known of its lineage. A process that put root aside and is
 * still permitted SETUID can take it up again at any time, as Samba's does for every request: whether it is seen as root is chance.
 */
export function steadyProcesses(runs: readonly (readonly ProcessFacts[])[]): readonly ProcessFacts[] {
  const all = new Map(runs.flat().map((process) => [keyOf(process), process]));
  const shared = [...all].filter(([key]) => runs.every((run) => run.some((process) => keyOf(process) === key)));
  const known = new Set(shared.map(([, { lineage }]) => lineage));
  const steady = [...all].filter(([key, { lineage }]) => !known.has(lineage) || shared.some(([one]) => one === key));
  return steady.flatMap(([, process]) => (canReturn(process) ? [process, returned(process)] : [process]));
}

function keyOf(process: ProcessFacts): string {
  return JSON.stringify({ ...process, pid: null });
}

function canReturn({ uid, capPrm }: ProcessFacts): boolean {
  return uid !== 0 && ((parseMask(capPrm) ?? 0n) & SETUID) !== 0n;
}

function returned(process: ProcessFacts): ProcessFacts {
  return { ...process, uid: 0, gid: 0, capEff: process.capPrm };
}

const SETUID = maskOf(['SETUID']);
