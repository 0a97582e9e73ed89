import { getBooleanInput, getInput } from '@actions/core';
import { timeLimit } from '../app/time-limit.js';
import { UsageError } from '../core/errors.js';
import { parseStandards } from '../core/standards/parse-standards.js';
import type { StandardId } from '../core/standards/standard.js';
import { suggest } from '../core/suggest.js';
import { FAIL_ON, type FailOn } from '../core/verdict.js';

/** `check`: judge what is declared. `minimize`: also prove what is needed, by running the services without it. */
const MODES = ['check', 'minimize'] as const;

export type Mode = (typeof MODES)[number];

/** The action's inputs, complete. */
export interface Inputs {
  readonly mode: Mode;
  readonly policy: string;
  readonly services: readonly string[];
  readonly standards: readonly StandardId[];
  readonly failOn: FailOn;
  /** Empty: write no files. */
  readonly reportDir: string;
  readonly summary: boolean;
  readonly annotations: boolean;
  /** Milliseconds. */
  readonly timeout: number;
}

/** As in action.yml. */
const NAMES = [
  'mode',
  'policy',
  'services',
  'standard',
  'fail-on',
  'report-dir',
  'summary',
  'annotations',
  'timeout',
] as const;

const PREFIX = 'INPUT_';

/** Reads the inputs as the runner passes them. Throws UsageError for a misspelt name or a wrong value. */
export function readInputs(environment: Readonly<Record<string, string | undefined>>): Inputs {
  refuseUnknown(environment);
  const mode = modeInput(getInput('mode') || 'check');
  return {
    mode,
    policy: getInput('policy') || 'tightfit.yml',
    services: getInput('services')
      .split(/[,\n]/)
      .map((name) => name.trim())
      .filter((name) => name !== ''),
    standards: parseStandards('standard', getInput('standard')),
    failOn: failOnInput(getInput('fail-on') || 'loose'),
    reportDir: getInput('report-dir'),
    summary: booleanInput('summary'),
    annotations: booleanInput('annotations'),
    timeout: timeLimit('timeout', getInput('timeout') || TIMEOUTS[mode]),
  };
}

/** For the whole run. */
const TIMEOUTS = { check: '10m', minimize: '60m' } as const;

function modeInput(value: string): Mode {
  const known = MODES.find((name) => name === value);
  if (known !== undefined) return known;
  const near = suggest(value, MODES);
  throw new UsageError(
    `mode: "${value}" is not one of ${MODES.join(', ')}.${near === null ? '' : ` Did you mean ${near}?`}`,
  );
}

/** The runner only warns of inputs that action.yml does not list: a misspelt `fail-on` would silently not count. */
function refuseUnknown(environment: Readonly<Record<string, string | undefined>>): void {
  const given = Object.keys(environment).filter((name) => name.startsWith(PREFIX));
  for (const name of given.map((key) => key.slice(PREFIX.length).toLowerCase())) {
    if (NAMES.some((known) => known === name)) continue;
    const near = suggest(name, NAMES);
    throw new UsageError(
      `unknown input "${name}". ${near === null ? `Expected ${NAMES.join(', ')}.` : `Did you mean ${near}?`}`,
    );
  }
}

function failOnInput(value: string): FailOn {
  const known = FAIL_ON.find((name) => name === value);
  if (known === undefined) throw new UsageError(`fail-on: "${value}" is not one of ${FAIL_ON.join(', ')}.`);
  return known;
}

function booleanInput(name: 'summary' | 'annotations'): boolean {
  if (getInput(name) === '') return true;
  try {
    return getBooleanInput(name);
  } catch (cause) {
    throw new UsageError(`${name}: "${getInput(name)}" is neither true nor false.`, { cause });
  }
}
