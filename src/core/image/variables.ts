import type { Env, Instruction } from 'dockerfile-ast';
import { expand, type Lookup } from './expand.js';

type Values = Map<string, string | null>;

/** The variables known at one place of a Dockerfile; a value is `null` when the file alone does not tell it. */
export interface Variables {
  /** Build arguments that the policy gives. */
  readonly given: Readonly<Record<string, string>>;
  /** `ARG`s before the first `FROM`: a stage sees them once it names them again. */
  readonly globals: ReadonlyMap<string, string | null>;
  readonly args: Values;
  /** These win over arguments of the same name. */
  readonly env: Values;
}

/** What the instructions before the first `FROM` declare, as `FROM` lines see it. */
export function globalVariables(preamble: readonly Instruction[], given: Readonly<Record<string, string>>): Variables {
  const variables = { given, globals: new Map(), args: new Map(), env: new Map() };
  for (const instruction of preamble) declareVariables(variables, instruction);
  return variables;
}

/** The variables at the beginning of a stage that starts from elsewhere. */
export function stageVariables({ given, args }: Variables): Variables {
  return { given, globals: args, args: new Map(), env: new Map() };
}

/** Adds what an `ARG` or `ENV` declares. */
export function declareVariables(variables: Variables, instruction: Instruction): void {
  if (instruction.getKeyword() === 'ARG') declareArguments(variables, instruction);
  if (isEnv(instruction)) declareEnvironment(variables, instruction);
}

/** Finds a variable's value; a name the file does not declare may be the base image's. */
export function lookupIn({ args, env }: Variables): Lookup {
  return (name) => (env.has(name) ? env.get(name) : args.get(name)) ?? null;
}

function declareArguments(variables: Variables, instruction: Instruction): void {
  for (const word of instruction.getArguments()) {
    const [name = '', ...value] = word.getValue().split('=');
    variables.args.set(name, argumentValue(variables, name, value));
  }
}

function argumentValue(variables: Variables, name: string, value: readonly string[]): string | null {
  const { given, globals } = variables;
  if (Object.hasOwn(given, name)) return given[name] ?? null;
  if (value.length > 0) return expand(value.join('='), lookupIn(variables));
  return globals.get(name) ?? null;
}

/** One `ENV` sees the values from before it, not its own. */
function declareEnvironment(variables: Variables, instruction: Env): void {
  const lookup = lookupIn(variables);
  const values = instruction
    .getProperties()
    .map((property) => [property.getName(), expand(property.getUnescapedValue() ?? '', lookup)] as const);
  for (const [name, value] of values) variables.env.set(name, value);
}

function isEnv(instruction: Instruction): instruction is Env {
  return instruction.getKeyword() === 'ENV';
}
