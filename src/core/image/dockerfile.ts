import { DockerfileParser, type Instruction } from 'dockerfile-ast';
import type { Location } from '../finding.js';
import { expand } from './expand.js';
import { cutAtFrom, lineage, linkStages, targetStage, type Stage } from './stage.js';
import { declareVariables, globalVariables, lookupIn, stageVariables, type Variables } from './variables.js';

export interface DockerfileSource {
  /** As the user named it. */
  readonly file: string;
  readonly text: string;
  /** The stage that is built, `null` for the last. */
  readonly target: string | null;
  /** Build arguments. */
  readonly args: Readonly<Record<string, string>>;
}

/** What a Dockerfile says about the image it builds, stages it is built from included. */
export interface DockerfileFacts {
  /** The image from elsewhere that it starts from, `scratch` included. */
  readonly base: Declared;
  /** The last `USER`; `null`: none, the base image decides. */
  readonly user: Declared | null;
  /** The last `HEALTHCHECK`, its value `NONE` or `CMD`; `null`: none, the base image decides. */
  readonly healthcheck: Declared | null;
  /** Every `EXPOSE`d port, e.g. `80/tcp`. */
  readonly exposed: readonly Declared[];
}

interface Declared {
  /** Variables replaced; `null` when the file alone does not tell. */
  readonly value: string | null;
  readonly location: Location;
}

/** What can be told about an image without building it; `null` when there is no such stage, which the build will report. */
export function dockerfileFacts(source: DockerfileSource): DockerfileFacts | null {
  const { preamble, sections } = cutAtFrom(DockerfileParser.parse(source.text).getInstructions());
  const globals = globalVariables(preamble, source.args);
  const stages = linkStages(sections, (word) => expand(word, lookupIn(globals)));
  const target = targetStage(stages, source.target);
  if (target === null) return null;
  const parts = lineage(target);
  const declarations = declarationsOf(parts, { file: source.file, variables: stageVariables(globals) });
  return { base: baseOf(parts[0] ?? target, source.file), ...declarations };
}

function baseOf({ from, base }: Stage, file: string): Declared {
  return { value: base, location: locate(from.getArguments()[0] ?? from, file) };
}

interface Place {
  readonly file: string;
  readonly variables: Variables;
}

/** A later `USER` or `HEALTHCHECK` replaces an earlier one; a stage goes on where its parent ended. */
function declarationsOf(stages: readonly Stage[], place: Place): Omit<DockerfileFacts, 'base'> {
  let user: Declared | null = null;
  let healthcheck: Declared | null = null;
  const exposed: Declared[] = [];
  for (const instruction of stages.flatMap((stage) => stage.instructions)) {
    declareVariables(place.variables, instruction);
    const keyword = instruction.getKeyword();
    if (keyword === 'USER') user = wordsOf(instruction, place)[0] ?? user;
    if (keyword === 'HEALTHCHECK') healthcheck = wordsOf(instruction, place)[0] ?? healthcheck;
    if (keyword === 'EXPOSE') for (const port of wordsOf(instruction, place)) exposed.push(withProtocol(port));
  }
  return { user, healthcheck, exposed };
}

function wordsOf(instruction: Instruction, { file, variables }: Place): Declared[] {
  const lookup = lookupIn(variables);
  return instruction
    .getArguments()
    .map((word) => ({ value: expand(word.getValue(), lookup), location: locate(word, file) }));
}

function locate(node: Pick<Instruction, 'getRange'>, file: string): Location {
  const { line, character } = node.getRange().start;
  return { file, line: line + 1, column: character + 1 };
}

function withProtocol(port: Declared): Declared {
  return { ...port, value: port.value?.includes('/') === false ? `${port.value}/tcp` : port.value };
}
