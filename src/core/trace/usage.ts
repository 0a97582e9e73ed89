import { CAPABILITIES } from '../capability/names.js';
import { MAX_CALL } from './calls.js';
import type { Phase } from './record.js';
import type {
  CallRow,
  CapabilityRow,
  DenialRow,
  FactRow,
  FileRow,
  RefusalRow,
  UsageRow,
  UsageRows,
} from './usage-rows.js';

/** Different values kept of one argument. */
const MAX_VALUES = 256;
/** Programs told apart in one container; what others do is counted under one name. */
const MAX_PROGRAMS = 64;
/** Numbers without a counter kept; no filter can grant what has no name, so more would tell nothing. */
const MAX_ODD_CALLS = 64;

/** Files kept; one more stands for all others. */
const MAX_FILES = 256;

/** Different denials kept. */
const MAX_DENIALS = 256;

export const OTHER_PROGRAMS = '(other programs)';

/** What one program did in one phase, since the step began. */
export interface Tally {
  readonly phase: Phase;
  readonly program: string;
  /** By call number. */
  readonly calls: Uint32Array;
  /** Twice the capability's number for granted, one more for refused. */
  readonly capabilities: Uint32Array;
  /** Calls above MAX_CALL. */
  readonly odd: Map<number, number>;
}

/** Everything one container did, in memory that does not grow with how often it does it. */
export class ContainerUsage {
  readonly #tallies = new Map<string, Tally>();
  readonly #programs = new Set<string>();
  readonly #calls = new Map<string, CallRow>();
  readonly #capabilities = new Map<string, CapabilityRow>();
  readonly #refusals = new Map<string, RefusalRow>();
  readonly #denials = new Map<string, DenialRow>();
  /** How often each call was refused since the step began. */
  readonly #refusedNow = new Map<number, number>();
  readonly #facts = new Map<string, FactRow>();
  readonly #compat = new Set<string>();
  readonly #oddCalls = new Set<number>();
  readonly #files = new Map<string, FileRow>();
  #step: number;

  constructor(step: number) {
    this.#step = step;
  }

  /** The counters of a program in a phase; good until the next step. */
  tally(phase: Phase, program: string): Tally {
    const name = this.#known(program);
    const key = `${phase} ${name}`;
    const found = this.#tallies.get(key);
    if (found !== undefined) return found;
    const made: Tally = {
      phase,
      program: name,
      calls: new Uint32Array(MAX_CALL + 1),
      capabilities: new Uint32Array(2 * CAPABILITIES.length),
      odd: new Map(),
    };
    this.#tallies.set(key, made);
    return made;
  }

  /** A call whose number has no counter. */
  countOdd(tally: Tally, call: number): void {
    if (this.#keepOdd(call)) tally.odd.set(call, (tally.odd.get(call) ?? 0) + 1);
  }

  fact(tally: Tally, call: number, { argument, value }: { readonly argument: number; readonly value: number }): void {
    const key = `${tally.phase} ${call} ${argument}`;
    let row = this.#facts.get(key);
    if (row === undefined) {
      row = { call, phase: tally.phase, argument, values: new Map(), complete: true };
      this.#facts.set(key, row);
    }
    if (row.values.has(value) || row.values.size < MAX_VALUES) row.values.set(value, (row.values.get(value) ?? 0) + 1);
    else row.complete = false;
  }

  refused(tally: Tally, refusal: Pick<RefusalRow, 'call' | 'answer' | 'ownFilter'>, count = 1): void {
    if (refusal.call !== null && refusal.call > MAX_CALL && !this.#keepOdd(refusal.call)) return;
    const key = [tally.phase, tally.program, refusal.call, JSON.stringify(refusal.answer), refusal.ownFilter].join(' ');
    this.#add(this.#refusals, key, () => ({ ...refusal, ...this.#start(tally) })).count += count;
    if (refusal.call !== null) this.#refusedNow.set(refusal.call, this.timesRefusedInStep(refusal.call) + count);
  }

  /** A call that was made came back with an error of permission, though no capability was refused. */
  denied(tally: Tally, call: number, errno: number): void {
    const key = `${tally.phase} ${tally.program} ${call} ${errno}`;
    if (this.#denials.size >= MAX_DENIALS && !this.#denials.has(key)) return;
    this.#add(this.#denials, key, () => ({ call, errno, ...this.#start(tally) })).count++;
  }

  /** How often the service made each call, since the step began. */
  serviceCalls(): Uint32Array {
    const counts = new Uint32Array(MAX_CALL + 1);
    for (const { phase, calls } of this.#tallies.values()) {
      if (phase === 'service') calls.forEach((count, call) => (counts[call] = (counts[call] ?? 0) + count));
    }
    return counts;
  }

  wasRefused(call: number): boolean {
    for (const row of this.#refusals.values()) if (row.call === call) return true;
    return false;
  }

  /** How often a call was refused since the step began. */
  timesRefusedInStep(call: number): number {
    return this.#refusedNow.get(call) ?? 0;
  }

  /** Numbers of the calls that were refused since the step began, as far as the kernel tells them. */
  refusedInStep(): readonly number[] {
    return [...this.#refusedNow].filter(([, count]) => count > 0).map(([call]) => call);
  }

  /** A program whose calls cannot be read. */
  compat(program: string): void {
    this.#compat.add(this.#known(program));
  }

  /** A program begins from a file. */
  executed(phase: FileRow['phase'], path: string): void {
    const key = `${phase} ${path}`;
    if (this.#files.size <= MAX_FILES) this.#files.set(key, { phase, path: this.#files.size < MAX_FILES ? path : '' });
  }

  /** A new step begins: what was counted until now belongs to the one before. */
  mark(step: number): void {
    this.#fold();
    this.#refusedNow.clear();
    this.#step = step;
  }

  /** Everything until now. */
  rows(): UsageRows {
    this.#fold();
    return {
      calls: [...this.#calls.values()],
      capabilities: [...this.#capabilities.values()],
      refusals: [...this.#refusals.values()].filter(({ count }) => count > 0),
      denials: [...this.#denials.values()],
      facts: [...this.#facts.values()].map((row) => ({ ...row, values: [...row.values] })),
      compat: [...this.#compat],
      files: [...this.#files.values()],
    };
  }

  #known(program: string): string {
    if (this.#programs.has(program)) return program;
    if (this.#programs.size >= MAX_PROGRAMS) return OTHER_PROGRAMS;
    this.#programs.add(program);
    return program;
  }

  #keepOdd(call: number): boolean {
    if (this.#oddCalls.size < MAX_ODD_CALLS) this.#oddCalls.add(call);
    return this.#oddCalls.has(call);
  }

  #fold(): void {
    for (const tally of this.#tallies.values()) {
      for (const [call, count] of [...tally.calls.entries(), ...tally.odd])
        if (count > 0) this.#addCall(tally, call, count);
      for (const [index, count] of tally.capabilities.entries())
        if (count > 0) this.#addCapability(tally, index, count);
      tally.calls.fill(0);
      tally.capabilities.fill(0);
      tally.odd.clear();
    }
  }

  #addCall(tally: Tally, call: number, count: number): void {
    const key = `${tally.phase} ${tally.program} ${call}`;
    this.#add(this.#calls, key, () => ({ call, ...this.#start(tally) })).count += count;
  }

  #addCapability(tally: Tally, index: number, count: number): void {
    const key = `${tally.phase} ${tally.program} ${index}`;
    const outcome = index % 2 === 0 ? 'granted' : 'refused';
    const row = (): CapabilityRow => ({ capability: index >> 1, outcome, ...this.#start(tally) });
    this.#add(this.#capabilities, key, row).count += count;
  }

  #add<Row extends UsageRow>(rows: Map<string, Row>, key: string, make: () => Row): Row {
    const row = rows.get(key) ?? make();
    row.last = this.#step;
    rows.set(key, row);
    return row;
  }

  #start({ phase, program }: Tally): UsageRow {
    return { phase, program, count: 0, first: this.#step, last: this.#step };
  }
}
