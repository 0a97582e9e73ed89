import { DockerfileParser, JSONInstruction, type Instruction } from 'dockerfile-ast';
import type { Location } from '../finding.js';
import { expand } from './expand.js';
import { foreignFrontend } from './frontend.js';
import { backToRoot, hazardsOf, type Hazard } from './hazards.js';
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
  /** Every path of a `VOLUME`. */
  readonly volumes: readonly Declared[];
  /** The last `STOPSIGNAL`; `null`: none, the base image decides. */
  readonly stopSignal: Declared | null;
  /** The last `ENTRYPOINT` and `CMD` as they are written, variables not replaced: a shell may do that when it starts. */
  readonly entrypoint: Declared | null;
  readonly command: Declared | null;
  /** What takes something from confinement, in the file's order but `back-to-root`, which comes last. */
  readonly hazards: readonly Hazard[];
  /** The program of a stranger's that is to make the build; `null`: Docker's own. */
  readonly frontend: Declared | null;
}

/** Something that an instruction says. */
export interface Declared {
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
  return { base: baseOf(parts[0] ?? target, source.file), ...declarations, frontend: frontendOf(source) };
}

function frontendOf({ text, file }: DockerfileSource): Declared | null {
  const foreign = foreignFrontend(text);
  return foreign === null ? null : { value: foreign.name, location: { file, line: foreign.line, column: 1 } };
}

function baseOf({ from, base }: Stage, file: string): Declared {
  return { value: base, location: locate(from.getArguments()[0] ?? from, file) };
}

interface Place {
  readonly file: string;
  readonly variables: Variables;
}

/** A later `USER` replaces an earlier one, and so on; a stage goes on where its parent ended. */
function declarationsOf(stages: readonly Stage[], place: Place): Omit<DockerfileFacts, 'base' | 'frontend'> {
  const last = new Map<string, Declared>();
  const exposed: Declared[] = [];
  const volumes: Declared[] = [];
  const users: Declared[] = [];
  const hazards: Hazard[] = [];
  for (const instruction of stages.flatMap((stage) => stage.instructions)) {
    declareVariables(place.variables, instruction);
    const keyword = instruction.getKeyword();
    if (keyword === 'EXPOSE') exposed.push(...wordsOf(instruction, place).map(withProtocol));
    else if (keyword === 'VOLUME') volumes.push(...pathsOf(instruction, place));
    const said = SINGLE[keyword]?.(instruction, place);
    if (said !== undefined) last.set(keyword, said);
    if (said !== undefined && keyword === 'USER') users.push(said);
    hazards.push(...hazardsOf(instruction, lookupIn(place.variables), (node) => locate(node, place.file)));
  }
  return {
    user: last.get('USER') ?? null,
    healthcheck: last.get('HEALTHCHECK') ?? null,
    exposed,
    volumes,
    stopSignal: last.get('STOPSIGNAL') ?? null,
    entrypoint: last.get('ENTRYPOINT') ?? null,
    command: last.get('CMD') ?? null,
    hazards: [...hazards, ...backToRoot(users)],
  };
}

type Reader = (instruction: Instruction, place: Place) => Declared | undefined;

const firstWord: Reader = (instruction, place) => wordsOf(instruction, place)[0];

const asWritten: Reader = (instruction, { file }) => {
  const value = instruction.getArgumentsContent()?.trim() ?? '';
  return { value, location: locate(instruction.getArguments()[0] ?? instruction, file) };
};

/** Instructions of which the last one counts. */
const SINGLE: Readonly<Record<string, Reader>> = {
  USER: firstWord,
  HEALTHCHECK: firstWord,
  STOPSIGNAL: firstWord,
  ENTRYPOINT: asWritten,
  CMD: asWritten,
};

/** `VOLUME ["/data"]` or `VOLUME /data /log`; in the first form nothing but variables is replaced. */
function pathsOf(instruction: Instruction, place: Place): Declared[] {
  const list = instruction instanceof JSONInstruction ? instruction.getJSONStrings() : [];
  if (list.length === 0) return wordsOf(instruction, place);
  const lookup = lookupIn(place.variables);
  return list.map((text) => ({
    value: expand(text.getJSONValue(), lookup),
    location: locate(text, place.file),
  }));
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
