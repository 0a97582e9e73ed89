import { digestTrial, startMinimize, type MinimizeState } from '../core/fit/minimize.js';
import { joinShares } from '../core/fit/minimize-join.js';
import { shardInName, type Shard } from '../core/shard/shard.js';
import type { Log } from '../ports.js';

/** Where what was proven is kept, so that a search that was interrupted can go on. Text by name. */
export interface Journal {
  /** What was kept under this name, and what the shards of it kept. */
  read(name: string): Promise<readonly string[]>;
  /** All or nothing, whatever ends the program meanwhile. */
  write(name: string, text: string): Promise<void>;
  /** That of its shards too. */
  remove(name: string): Promise<void>;
}

/** What a search is about, part by part; with another value of any of these what was proven does not hold. */
export type JournalKey = Readonly<Record<string, string>>;

/** What is kept of one service, by what is searched. */
export interface Kept {
  readonly capabilities: MinimizeState | null;
  /** `null` until the capabilities are settled. */
  readonly syscalls: MinimizeState | null;
}

/** What one service's search began with and where it keeps what it proves. */
export interface Notebook {
  readonly earlier: Kept;
  keep(kept: Kept): Promise<void>;
  /** There is nothing more to go on from. */
  close(): Promise<void>;
}

/** What a notebook is opened for. */
export interface NotebookRequest {
  readonly service: string;
  /** Of the shards that search together this one; `null`: there is no other. */
  readonly share: Shard | null;
  readonly key: JournalKey;
  /** Whether to go on from what an earlier run kept. */
  readonly resume: boolean;
}

/** Opens the notebook of a service; tells what it finds of an earlier run. Without a journal nothing is kept. */
export async function openNotebook(
  journal: Journal | null,
  { service, share, key, resume }: NotebookRequest,
  log: Log,
): Promise<Notebook> {
  const name = share === null ? service : `${service}.${shardInName(share)}`;
  const texts = resume ? await journal?.read(name) : [];
  return {
    earlier: joined((texts ?? []).map((text) => recalled(text, key, log)).filter(isSomething), log),
    keep: async ({ capabilities, syscalls }) =>
      journal?.write(
        name,
        JSON.stringify({ version: VERSION, key, capabilities: written(capabilities), syscalls: written(syscalls) }),
      ),
    close: async () => journal?.remove(name),
  };
}

function isSomething({ capabilities }: Kept): boolean {
  return capabilities !== null;
}

/** What several shards kept, as if one had made all their trials. The one that came furthest goes first. */
function joined(all: readonly Kept[], log: Log): Kept {
  const [first, ...others] = all.toSorted((a, b) => trialsOf(b) - trialsOf(a));
  if (first?.syscalls === null || first === undefined) return first ?? NOTHING;
  const { state, leftOut } = joinShares([first.syscalls, ...others.flatMap(({ syscalls }) => syscalls ?? [])]);
  if (all.length > 1) log.info(`goes on from ${state.outcomes.length} trials of ${all.length - leftOut.length} shards`);
  if (leftOut.length > 0) log.info(`${leftOut.length} of them came to other candidates, so their trials do not count`);
  return { capabilities: first.capabilities, syscalls: state };
}

function trialsOf({ syscalls }: Kept): number {
  return syscalls?.outcomes.length ?? 0;
}

function written(state: MinimizeState | null): Pick<MinimizeState, 'problem' | 'outcomes'> | null {
  return state === null ? null : { problem: state.problem, outcomes: state.outcomes };
}

const VERSION = 1;
const NOTHING: Kept = { capabilities: null, syscalls: null };

function recalled(text: string, key: JournalKey, log: Log): Kept {
  const value = parsed(text);
  if (value?.['version'] !== VERSION || !isObject(value['key'])) {
    log.info('what an earlier run kept cannot be read: it starts anew');
    return NOTHING;
  }
  const before = value['key'];
  const missing = Object.keys(key).filter((part) => !Object.hasOwn(before, part));
  if (missing.length > 0) {
    log.info(`what an earlier run kept does not name its ${missing.join(', ')}: it starts anew`);
    return NOTHING;
  }
  const changed = Object.keys(key).filter((part) => before[part] !== key[part]);
  if (changed.length > 0) {
    log.info(`since the earlier run this has changed: ${changed.join(', ')}. It starts anew`);
    return NOTHING;
  }
  return { capabilities: stateOf(value['capabilities']), syscalls: stateOf(value['syscalls']) };
}

/** A state goes on with its own problem, which came from what was recorded then. All else follows from the outcomes. */
function stateOf(value: unknown): MinimizeState | null {
  if (!isObject(value) || !isObject(value['problem']) || !Array.isArray(value['outcomes'])) return null;
  const { problem, outcomes } = value as Pick<MinimizeState, 'problem' | 'outcomes'>;
  return outcomes.reduce(digestTrial, startMinimize(problem));
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function parsed(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}
