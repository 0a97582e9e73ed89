import type { From, Instruction } from 'dockerfile-ast';

/** One `FROM` and what follows it. */
export interface Stage {
  readonly from: From;
  readonly instructions: readonly Instruction[];
}

/** A Dockerfile cut at its `FROM` lines; `preamble` is what stands before the first. */
export interface Stages {
  readonly preamble: readonly Instruction[];
  readonly stages: readonly Stage[];
}

/** Cuts a Dockerfile's instructions into its stages. */
export function cutIntoStages(instructions: readonly Instruction[]): Stages {
  const starts = instructions.flatMap((instruction, index) => (isFrom(instruction) ? [index] : []));
  const stages = starts.flatMap((start, position) => {
    const [from, ...rest] = instructions.slice(start, starts[position + 1]);
    return from !== undefined && isFrom(from) ? [{ from, instructions: rest }] : [];
  });
  return { preamble: instructions.slice(0, starts[0]), stages };
}

/**
 * Where the stage stands that `docker build --target` means: a name in any case or a number from 0; the last without
 * a target. -1 when there is none.
 */
export function indexOfTarget(stages: readonly Stage[], target: string | null): number {
  if (target === null) return stages.length - 1;
  const named = indexOfStage(stages, target);
  if (named !== -1) return named;
  return /^\d+$/.test(target) && Number(target) < stages.length ? Number(target) : -1;
}

/** Where the last of these stages with this name stands, -1 when none has it. */
export function indexOfStage(stages: readonly Stage[], name: string): number {
  return stages.findLastIndex((stage) => stage.from.getBuildStage()?.toLowerCase() === name.toLowerCase());
}

function isFrom(instruction: Instruction): instruction is From {
  return instruction.getKeyword() === 'FROM';
}
