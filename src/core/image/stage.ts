import type { From, Instruction } from 'dockerfile-ast';

/** One `FROM` and what follows it. */
export interface Stage {
  readonly from: From;
  readonly instructions: readonly Instruction[];
  /** The name it starts from, variables replaced; `null` when the file alone does not tell. */
  readonly base: string | null;
  /** The earlier stage of this file that `base` names. */
  readonly parent: Stage | null;
}

/** A Dockerfile cut at its `FROM` lines; `preamble` is what stands before the first. */
export interface CutDockerfile {
  readonly preamble: readonly Instruction[];
  readonly sections: readonly Section[];
}

type Section = Pick<Stage, 'from' | 'instructions'>;

/** Cuts a Dockerfile's instructions into sections, one for each stage. */
export function cutAtFrom(instructions: readonly Instruction[]): CutDockerfile {
  const starts = instructions.flatMap((instruction, index) => (isFrom(instruction) ? [index] : []));
  const sections = starts.flatMap((start, position) => {
    const [from, ...rest] = instructions.slice(start, starts[position + 1]);
    return from !== undefined && isFrom(from) ? [{ from, instructions: rest }] : [];
  });
  return { preamble: instructions.slice(0, starts[0]), sections };
}

/** Ties every stage to the earlier one it starts from; names count in any case, the latest of a name wins. */
export function linkStages(sections: readonly Section[], expandName: (word: string) => string | null): Stage[] {
  const byName = new Map<string, Stage>();
  return sections.map((section) => {
    const base = expandName(section.from.getArguments()[0]?.getValue() ?? '');
    const stage = { ...section, base, parent: byName.get((base ?? '').toLowerCase()) ?? null };
    const name = section.from.getBuildStage();
    if (name !== null) byName.set(name.toLowerCase(), stage);
    return stage;
  });
}

/** The stage that `docker build --target` means: a name in any case or a number from 0; the last without a target. */
export function targetStage(stages: readonly Stage[], target: string | null): Stage | null {
  if (target === null) return stages.at(-1) ?? null;
  const wanted = target.toLowerCase();
  const named = stages.findLast((stage) => stage.from.getBuildStage()?.toLowerCase() === wanted);
  return named ?? (/^\d+$/.test(target) ? (stages[Number(target)] ?? null) : null);
}

/** The stages of this file that a stage consists of, the one that starts from elsewhere first, itself last. */
export function lineage(stage: Stage): Stage[] {
  const stages: Stage[] = [];
  for (let current: Stage | null = stage; current !== null; current = current.parent) stages.push(current);
  return stages.reverse();
}

function isFrom(instruction: Instruction): instruction is From {
  return instruction.getKeyword() === 'FROM';
}
