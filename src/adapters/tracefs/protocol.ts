import type { CapabilitySource, Completeness } from '../../core/trace/record.js';
import type { UsageRows } from '../../core/trace/usage.js';

/**
 * What the recorder's parent asks of the root helper, a JSON line each. Numbers, and container ids as the engine gave them:
 * nothing that a policy or an image chose crosses over. Every command gets exactly one answer, in order.
 */
export type Command =
  | {
      readonly do: 'begin';
      readonly recording: number;
      readonly engine: readonly number[];
      readonly leftOut: readonly number[];
    }
  | { readonly do: 'follow'; readonly recording: number; readonly container: string; readonly pid: number }
  | { readonly do: 'mark'; readonly recording: number; readonly step: number }
  | { readonly do: 'end'; readonly recording: number };

export type Answer =
  /** Said once, unasked. */
  | { readonly say: 'ready' }
  | { readonly say: 'begun'; readonly capabilities: CapabilitySource; readonly abi: 'x86_64' | 'aarch64' }
  | { readonly say: 'done' }
  | { readonly say: 'recorded'; readonly summary: RecordingSummary }
  | { readonly say: 'failed'; readonly reason: string; readonly advice: string };

/** One container's record, in numbers. */
export interface RecordingSummary {
  readonly completeness: Completeness;
  readonly rows: UsageRows;
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
  if (value.do === 'end') return { do: 'end', recording };
  if (value.do === 'mark' && isNumber(value.step)) return { do: 'mark', recording, step: value.step };
  if (value.do === 'follow' && isContainerId(value.container) && isNumber(value.pid)) {
    return { do: 'follow', recording, container: value.container, pid: value.pid };
  }
  if (value.do === 'begin' && isNumberList(value.engine) && isNumberList(value.leftOut)) {
    return { do: 'begin', recording, engine: value.engine, leftOut: value.leftOut };
  }
  return null;
}

/** The helper's answer in a line; `null` for anything else. The helper is trusted: only the kind is looked at. */
export function parseAnswer(line: string): Answer | null {
  const value = parseObject(line);
  const kinds: readonly unknown[] = ['ready', 'begun', 'done', 'recorded', 'failed'];
  return value !== null && kinds.includes(value.say) ? (value as Answer) : null;
}

/** A container's id as engines give it. */
export function isContainerId(value: unknown): value is string {
  return typeof value === 'string' && /^[0-9a-f]{64}$/.test(value);
}

function parseObject(line: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : null;
  } catch {
    return null;
  }
}

function isNumber(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0 && Number(value) < LARGEST_ID;
}

function isNumberList(value: unknown): value is readonly number[] {
  return Array.isArray(value) && value.length <= LONGEST_LIST && value.every(isNumber);
}
