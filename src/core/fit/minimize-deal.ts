import type { Candidate, MinimizeProblem } from './minimize-state.js';
import { standsInFor } from './stand-ins.js';

/** Parts smaller than this are not worth the trial that joins them. */
const SMALLEST_PART = 4;
/** Two names likelier needed than this are likelier to fail together than to pass, so each is tried by itself. */
const LIKELY = 1 - Math.sqrt(0.5);

interface Deal {
  readonly problem: MinimizeProblem;
  readonly candidates: readonly Candidate[];
}

/** Parts of the candidates that are searched side by side. */
export interface Parts {
  /** Each in the order of trying. */
  readonly parts: readonly (readonly string[])[];
  /** Whether they are so small that it does not matter who searches which. */
  readonly apart: boolean;
}

/**
 * Deals names out. Those that are likely not needed come first, many at a time. Once they are settled every other name is a part
 * of its own: so each is tried without the same ones, and which it runs beside and which others there are changes nothing.
 * Names that stand in for each other stay together: of them it has to be decided at once which one goes.
 */
export function partsOf(names: readonly string[], deal: Deal): Parts {
  if (deal.problem.emptyFirst) return { parts: dealOut(names, deal), apart: false };
  const { together, apart } = dealtApart(names, deal.candidates);
  return together.length > 0 ? { parts: dealOut(together, deal), apart: false } : { parts: apart, apart: true };
}

/** The names that are tried many at a time, and the families that are tried one by one. */
export function dealtApart(
  names: readonly string[],
  candidates: readonly Candidate[],
): { readonly together: readonly string[]; readonly apart: readonly (readonly string[])[] } {
  const likelihood = new Map(candidates.map((candidate) => [candidate.name, candidate.likelihood]));
  const isUnlikely = (kin: readonly string[]): boolean => kin.every((name) => (likelihood.get(name) ?? 0) < LIKELY);
  const families = familiesOf(names);
  return {
    together: families.filter(isUnlikely).flat(),
    apart: families.filter((kin) => !isUnlikely(kin)),
  };
}

/** Parts of about the same expected number of trials. */
function dealOut(names: readonly string[], { problem, candidates }: Deal): readonly (readonly string[])[] {
  const count = Math.max(1, Math.min(problem.lanes, Math.floor(names.length / SMALLEST_PART)));
  const parts = Array.from({ length: count }, (): Part => ({ names: [], load: 0 }));
  const place = new Map(candidates.map(({ name }, index) => [name, index]));
  const likelihood = new Map(candidates.map((candidate) => [candidate.name, candidate.likelihood]));
  const loadOf = (kin: readonly string[]): number => kin.reduce((sum, name) => sum + (likelihood.get(name) ?? 0), 0);
  const tie = (kin: readonly string[]): number => scatter(problem.seed, place.get(kin[0] ?? '') ?? 0);
  const families = familiesOf(names).sort((a, b) => loadOf(b) - loadOf(a) || tie(a) - tie(b));
  for (const kin of families) {
    const lightest = parts.reduce((least, part) => (isLighter(part, least) ? part : least));
    lightest.names.push(...kin);
    lightest.load += loadOf(kin);
  }
  const inOrder = (a: string, b: string): number => (place.get(a) ?? 0) - (place.get(b) ?? 0);
  return parts.map((part) => [...part.names].sort(inOrder));
}

interface Part {
  readonly names: string[];
  load: number;
}

function isLighter(part: Part, other: Part): boolean {
  return part.load < other.load || (part.load === other.load && part.names.length < other.names.length);
}

function familiesOf(names: readonly string[]): string[][] {
  const families: string[][] = [];
  for (const name of names) {
    const family = families.find((kin) => kin.some((other) => standsInFor(name, other)));
    if (family === undefined) families.push([name]);
    else family.push(name);
  }
  return families;
}

/** A number that looks random but hangs on nothing else: https://github.com/bryc/code/blob/master/jshash/PRNGs.md (splitmix32) */
function scatter(seed: number, index: number): number {
  let mixed = (seed + Math.imul(index + 1, 0x9e3779b9)) | 0;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x21f0aaad);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
  return (mixed ^ (mixed >>> 15)) >>> 0;
}
