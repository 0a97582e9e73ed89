import { DockerfileParser, type Instruction } from 'dockerfile-ast';
import type { Location } from '../finding.js';
import { expand, type Lookup } from './expand.js';
import { cutIntoStages, indexOfStage, indexOfTarget, type Stage } from './stage.js';
import { declareVariables, globalVariables, lookupIn, type Variables } from './variables.js';

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

export interface Declared {
  /** Variables replaced; `null` when the file alone does not tell. */
  readonly value: string | null;
  readonly location: Location;
}

/** What can be told about an image without building it; `null` when there is no such stage, which the build will report. */
export function dockerfileFacts(source: DockerfileSource): DockerfileFacts | null {
  const { preamble, stages } = cutIntoStages(DockerfileParser.parse(source.text).getInstructions());
  const globals = globalVariables(preamble, source.args);
  const readings: StageReading[] = [];
  for (const stage of stages) readings.push(readStage(stage, { source, globals, earlier: readings }));
  return readings[indexOfTarget(stages, source.target)]?.facts ?? null;
}

interface Reader {
  readonly source: DockerfileSource;
  readonly globals: Variables;
  readonly earlier: readonly StageReading[];
}

interface StageReading {
  readonly stage: Stage;
  readonly facts: DockerfileFacts;
  readonly variables: Variables;
}

function readStage(stage: Stage, reader: Reader): StageReading {
  const start = startOf(stage, reader);
  return stage.instructions.reduce((reading, instruction) => readInstruction(reading, instruction, reader), start);
}

/** A stage may start from an earlier one of the same file and then inherits what that says. */
function startOf(stage: Stage, { source, globals, earlier }: Reader): StageReading {
  const image = stage.from.getArguments()[0];
  const base = declared(image ?? stage.from, image?.getValue() ?? '', { file: source.file, lookup: lookupIn(globals) });
  const stages = earlier.map((reading) => reading.stage);
  const parent = earlier[indexOfStage(stages, base.value ?? '')];
  if (parent !== undefined) return { ...parent, stage };
  return {
    stage,
    facts: { base, user: null, healthcheck: null, exposed: [] },
    variables: { ...globals, args: new Map(), env: new Map() },
  };
}

function readInstruction(reading: StageReading, instruction: Instruction, reader: Reader): StageReading {
  const { facts, variables } = reading;
  const place = { file: reader.source.file, lookup: lookupIn(variables) };
  const words = instruction.getArguments().map((word) => declared(word, word.getValue(), place));
  const [first] = words;
  switch (instruction.getKeyword()) {
    case 'USER':
      return { ...reading, facts: { ...facts, user: first ?? facts.user } };
    case 'HEALTHCHECK':
      return { ...reading, facts: { ...facts, healthcheck: first ?? facts.healthcheck } };
    case 'EXPOSE':
      return { ...reading, facts: { ...facts, exposed: [...facts.exposed, ...words.map(withProtocol)] } };
    default:
      return { ...reading, variables: declareVariables(variables, instruction) };
  }
}

interface Place {
  readonly file: string;
  readonly lookup: Lookup;
}

function declared(node: Pick<Instruction, 'getRange'>, text: string, { file, lookup }: Place): Declared {
  const { line, character } = node.getRange().start;
  return { value: expand(text, lookup), location: { file, line: line + 1, column: character + 1 } };
}

function withProtocol(port: Declared): Declared {
  return { ...port, value: port.value?.includes('/') === false ? `${port.value}/tcp` : port.value };
}
