import { digestTrial, startMinimize, type MinimizeState } from '../core/fit/minimize.js';
import type { Log } from '../ports.js';

/** Where what was proven is kept, so that a search that was interrupted can go on. Text by service. */
export interface Journal {
  /** `null` when nothing was kept. */
  read(service: string): Promise<string | null>;
  /** All or nothing, whatever ends the program meanwhile. */
  write(service: string, text: string): Promise<void>;
  remove(service: string): Promise<void>;
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
  readonly key: JournalKey;
  /** Whether to go on from what an earlier run kept. */
  readonly resume: boolean;
}

/** Opens the notebook of a service; tells what it finds of an earlier run. Without a journal nothing is kept. */
export async function openNotebook(
  journal: Journal | null,
  { service, key, resume }: NotebookRequest,
  log: Log,
): Promise<Notebook> {
  const text = resume ? await journal?.read(service) : null;
  return {
    earlier: text === null || text === undefined ? NOTHING : recalled(text, key, log),
    keep: async ({ capabilities, syscalls }) =>
      journal?.write(
        service,
        JSON.stringify({ version: VERSION, key, capabilities: written(capabilities), syscalls: written(syscalls) }),
      ),
    close: async () => journal?.remove(service),
  };
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
