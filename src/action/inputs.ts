import { getBooleanInput, getInput } from '@actions/core';
import type { ChangedOnly } from '../app/choose-work.js';
import { givenImage, type GivenImage } from '../app/given-images.js';
import { shardOption } from '../app/part-options.js';
import { timeLimit } from '../app/time-limit.js';
import { UsageError } from '../core/errors.js';
import { parseStandards } from '../core/standards/parse-standards.js';
import type { StandardId } from '../core/standards/standard.js';
import type { Shard } from '../core/shard/shard.js';
import { suggest } from '../core/suggest.js';
import { FAIL_ON, type FailOn } from '../core/verdict.js';

/**
 * `check`: judge what is declared. `minimize`: also prove what is needed, by running the services without it. `merge`: join the
 * results of shards of either.
 */
const MODES = ['check', 'minimize', 'merge'] as const;

export type Mode = (typeof MODES)[number];

/** The action's inputs, complete. */
export interface Inputs {
  readonly mode: Mode;
  readonly policy: string;
  readonly services: readonly string[];
  /** Images that services use instead of what the policy says. */
  readonly images: readonly GivenImage[];
  readonly standards: readonly StandardId[];
  readonly failOn: FailOn;
  /** Empty: write no files. */
  readonly reportDir: string;
  readonly summary: boolean;
  readonly annotations: boolean;
  /** Milliseconds. */
  readonly timeout: number;
  /** Side by side: services to check, trials to minimize. `null`: as the mode has it. A number or auto. */
  readonly jobs: string | null;
  readonly shard: Shard | null;
  readonly changedOnly: ChangedOnly | null;
  /** Whether to tell which excess the executed programs can make at all. */
  readonly reach: boolean;
  /** Whether what was kept of images is used. */
  readonly cache: boolean;
  /** Whether to go on, with mode minimize, from what earlier runs or shards left in the report folder. */
  readonly resume: boolean;
  /** An earlier result to compare with; empty: none. */
  readonly baseline: string;
  /** A file that keeps how results were over time; empty: none. */
  readonly trend: string;
  /** To merge: files, or folders of them. */
  readonly results: readonly string[];
  /** With mode merge, the file to write a profile for several machines to; empty: join shards instead. */
  readonly profile: string;
}

/** As in action.yml. */
const NAMES = [
  'mode',
  'policy',
  'services',
  'images',
  'standard',
  'fail-on',
  'report-dir',
  'summary',
  'annotations',
  'timeout',
  'jobs',
  'shard',
  'changed-only',
  'base',
  'results',
  'profile',
  'reach',
  'cache',
  'resume',
  'baseline',
  'trend',
] as const;

const PREFIX = 'INPUT_';

/** Reads the inputs as the runner passes them. Throws UsageError for a misspelt name or a wrong value. */
export function readInputs(environment: Readonly<Record<string, string | undefined>>): Inputs {
  refuseUnknown(environment);
  const mode = modeInput(getInput('mode') || 'check');
  return {
    mode,
    policy: getInput('policy') || 'tightfit.yml',
    services: listInput('services'),
    images: listInput('images').map((text) => givenImage('images', text)),
    standards: parseStandards('standard', getInput('standard')),
    failOn: failOnInput(getInput('fail-on') || 'loose'),
    reportDir: getInput('report-dir'),
    summary: booleanInput('summary'),
    annotations: booleanInput('annotations'),
    timeout: timeLimit('timeout', getInput('timeout') || TIMEOUTS[mode]),
    jobs: getInput('jobs') || null,
    shard: getInput('shard') === '' ? null : shardOption('shard', getInput('shard')),
    changedOnly: booleanInput('changed-only', false) ? { base: baseInput(environment) } : null,
    reach: booleanInput('reach', false),
    cache: booleanInput('cache'),
    resume: booleanInput('resume', false),
    baseline: getInput('baseline'),
    trend: getInput('trend'),
    results: resultsInput(mode),
    profile: profileInput(mode),
  };
}

/** For the whole run. */
const TIMEOUTS = { check: '10m', minimize: '60m', merge: '10m' } as const;

/** Values between commas or on lines of their own. */
function listInput(name: 'services' | 'images' | 'results'): readonly string[] {
  return getInput(name)
    .split(/[,\n]/)
    .map((value) => value.trim())
    .filter((value) => value !== '');
}

function resultsInput(mode: Mode): readonly string[] {
  const results = listInput('results');
  if (mode === 'merge' && results.length === 0) {
    throw new UsageError('mode merge needs results: the files or the folder that hold the results of the shards.');
  }
  return results;
}

function profileInput(mode: Mode): string {
  const profile = getInput('profile');
  if (profile !== '' && mode !== 'merge')
    throw new UsageError(`profile: it is for mode merge, and the mode is ${mode}.`);
  return profile;
}

/** In a pull request its target, unless another is named. */
function baseInput(environment: Readonly<Record<string, string | undefined>>): string | null {
  const target = environment['GITHUB_BASE_REF'] ?? '';
  return getInput('base') || (target === '' ? null : `origin/${target}`);
}

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

function booleanInput(
  name: 'summary' | 'annotations' | 'changed-only' | 'reach' | 'cache' | 'resume',
  usual = true,
): boolean {
  if (getInput(name) === '') return usual;
  try {
    return getBooleanInput(name);
  } catch (cause) {
    throw new UsageError(`${name}: "${getInput(name)}" is neither true nor false.`, { cause });
  }
}
