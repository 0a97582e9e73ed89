import type { SurroundingsFacts } from '../../core/smoke/surroundings.js';
import type { AuditLine } from '../../core/trace/audit-line.js';
import type { CapabilitySource, Completeness } from '../../core/trace/record.js';
import type { NumberedArgument } from '../../core/trace/calls.js';
import { NO_ROWS } from '../../core/trace/container-rows.js';
import type { UsageRows } from '../../core/trace/usage-rows.js';

/**
 * What the recorder's parent asks of the root helper, a JSON line each. Numbers, and container ids as the engine gave them:
 * nothing that a policy or an image chose crosses over. Every command gets exactly one answer, in order.
 */
export type Command =
  | BeginCommand
  | { readonly do: 'follow'; readonly recording: number; readonly container: string; readonly pid: number }
  | { readonly do: 'surroundings'; readonly recording: number; readonly container: string; readonly pid: number }
  | { readonly do: 'mark'; readonly recording: number; readonly step: number }
  | { readonly do: 'refusals'; readonly recording: number }
  | { readonly do: 'messages'; readonly recording: number }
  | { readonly do: 'end'; readonly recording: number };

export interface BeginCommand {
  readonly do: 'begin';
  readonly recording: number;
  /** Host pids whose descent is followed. */
  readonly engine: readonly number[];
  /** Numbers of calls that the kernel leaves out. */
  readonly leftOut: readonly number[];
  /** Arguments whose values are kept. */
  readonly watched: readonly NumberedArgument[];
  /** Whether capability checks are left out. */
  readonly callsOnly: boolean;
}

export type Answer =
  /** Said once, unasked. */
  | { readonly say: 'ready' }
  | { readonly say: 'begun'; readonly capabilities: CapabilitySource; readonly abi: 'x86_64' | 'aarch64' }
  | { readonly say: 'done' }
  /** Numbers of the calls refused since the step began. */
  | { readonly say: 'refusals'; readonly calls: readonly number[] }
  /** What security modules refused the container's processes, from the kernel's log; `null` when that cannot be read. */
  | { readonly say: 'messages'; readonly lines: readonly AuditLine[] | null }
  | { readonly say: 'surroundings'; readonly facts: SurroundingsFacts | null }
  | { readonly say: 'recorded'; readonly summary: RecordingSummary }
  | { readonly say: 'failed'; readonly reason: string; readonly advice: string };

/** One container's record, in numbers. */
export interface RecordingSummary {
  readonly completeness: Completeness;
  readonly rows: UsageRows;
  /** Numbers of calls of which only the first within a step were counted. */
  readonly thinned: readonly number[];
}

/** The summary of a recording that failed on the way. */
export function interruptedSummary(reason: string): RecordingSummary {
  return { completeness: { complete: false, reasons: [reason] }, rows: NO_ROWS, thinned: [] };
}

const LARGEST_ID = 2 ** 31;
/** Of a list in a command. */
const LONGEST_LIST = 512;

/** The command in a line; `null` for anything else. Nothing is taken over that was not looked at. */
export function parseCommand(line: string): Command | null {
  const value = parseObject(line);
  if (value === null) return null;
  const { recording } = value;
  if (!isNumber(recording)) return null;
  if (value.do === 'end' || value.do === 'refusals' || value.do === 'messages') return { do: value.do, recording };
  if (value.do === 'mark' && isNumber(value.step)) return { do: 'mark', recording, step: value.step };
  if ((value.do === 'follow' || value.do === 'surroundings') && isContainerId(value.container) && isNumber(value.pid)) {
    return { do: value.do, recording, container: value.container, pid: value.pid };
  }
  return value.do === 'begin' ? parseBegin(value, recording) : null;
}

function parseBegin({ engine, leftOut, watched, callsOnly }: JsonObject, recording: number): BeginCommand | null {
  if (!isListOf(engine, isNumber) || !isListOf(leftOut, isNumber) || !isListOf(watched, isNumberedArgument))
    return null;
  return { do: 'begin', recording, engine, leftOut, watched, callsOnly: callsOnly === true };
}

/** The helper's answer in a line; `null` for anything else. The helper is trusted: only the kind is looked at. */
export function parseAnswer(line: string): Answer | null {
  const value = parseObject(line);
  const kinds: readonly unknown[] = [
    'ready',
    'begun',
    'done',
    'refusals',
    'messages',
    'surroundings',
    'recorded',
    'failed',
  ];
  return value !== null && kinds.includes(value.say) ? (value as Answer) : null;
}

/** A container's id as engines give it. */
export function isContainerId(value: unknown): value is string {
  return typeof value === 'string' && /^[0-9a-f]{64}$/.test(value);
}

type JsonObject = Readonly<Record<string, unknown>>;

function parseObject(line: string): JsonObject | null {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null ? (value as JsonObject) : null;
  } catch {
    return null;
  }
}

function isNumber(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0 && Number(value) < LARGEST_ID;
}

function isNumberedArgument(value: unknown): value is NumberedArgument {
  return (
    typeof value === 'object' &&
    value !== null &&
    'call' in value &&
    'argument' in value &&
    isNumber(value.call) &&
    isNumber(value.argument) &&
    value.argument < 6
  );
}

function isListOf<T>(value: unknown, is: (item: unknown) => item is T): value is readonly T[] {
  return Array.isArray(value) && value.length <= LONGEST_LIST && value.every(is);
}
