import type { Env, Instruction } from 'dockerfile-ast';
import { expand, type Lookup } from './expand.js';

/** The variables known at one place of a Dockerfile. A name is in `args` or `env` with `null` when its value cannot be told. */
export interface Variables {
  /** Build arguments that the policy gives. */
  readonly given: Readonly<Record<string, string>>;
  /** `ARG`s before the first `FROM`: seen by `FROM` lines, and in a stage that names them again. */
  readonly globals: ReadonlyMap<string, string | null>;
  readonly args: ReadonlyMap<string, string | null>;
  /** These win over arguments of the same name. */
  readonly env: ReadonlyMap<string, string | null>;
}

/** What the instructions before the first `FROM` declare. */
export function globalVariables(preamble: readonly Instruction[], given: Readonly<Record<string, string>>): Variables {
  const none = { given, globals: new Map(), args: new Map(), env: new Map() };
  const { args } = preamble.reduce<Variables>(declareVariables, none);
  return { given, globals: args, args, env: new Map() };
}

/** The variables after an instruction: those of an `ARG` or `ENV` are added. */
export function declareVariables(variables: Variables, instruction: Instruction): Variables {
  if (instruction.getKeyword() === 'ARG') return declareArguments(variables, instruction);
  return isEnv(instruction) ? declareEnvironment(variables, instruction) : variables;
}

function isEnv(instruction: Instruction): instruction is Env {
  return instruction.getKeyword() === 'ENV';
}

/** Finds a variable's value; a name the file does not declare may be the base image's. */
export function lookupIn({ args, env }: Variables): Lookup {
  return (name) => env.get(name) ?? (env.has(name) ? null : (args.get(name) ?? null));
}

function declareArguments(variables: Variables, instruction: Instruction): Variables {
  const args = new Map(variables.args);
  for (const word of instruction.getArguments()) {
    const [name = '', ...rest] = word.getValue().split('=');
    args.set(name, argumentValue({ ...variables, args }, name, rest));
  }
  return { ...variables, args };
}

function argumentValue(variables: Variables, name: string, words: readonly string[]): string | null {
  const given = Object.hasOwn(variables.given, name) ? variables.given[name] : undefined;
  if (given !== undefined) return given;
  if (words.length > 0) return expand(words.join('='), lookupIn(variables));
  return variables.globals.get(name) ?? null;
}

/** One `ENV` sees the values from before it, not its own. */
function declareEnvironment(variables: Variables, instruction: Env): Variables {
  const lookup = lookupIn(variables);
  const entries = instruction
    .getProperties()
    .map((property) => [property.getName(), expand(property.getUnescapedValue() ?? '', lookup)] as const);
  return { ...variables, env: new Map([...variables.env, ...entries]) };
}
