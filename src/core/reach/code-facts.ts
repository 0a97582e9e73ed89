import { RAX, RDI, RegisterTrace, type FunctionBorders } from './call-numbers.js';
import type { Elf } from './elf.js';
import type { Disassemble, Listing } from './listing.js';

/** What each function of a program or library does, functions by their order; one that no table tells of is number 0. */
export interface CodeFacts {
  /** Where functions begin, sorted. */
  readonly functions: readonly number[];
  readonly facts: readonly FunctionFacts[];
}

export interface FunctionFacts {
  /** Numbers of the syscalls it makes itself. */
  readonly calls: Set<number>;
  /** It makes a syscall whose number cannot be told. */
  isOpen: boolean;
  /** Other functions of the same file that it calls, jumps to or takes the address of, by number. */
  readonly next: Set<number>;
  /** Names of other files that it refers to. */
  readonly imports: Set<string>;
  /** First arguments it gives to `syscall`. */
  readonly indirect: Set<number>;
  /** It calls `syscall` with a number that cannot be told. */
  isIndirectOpen: boolean;
}

/** Looks at all code of a file. */
export function codeFacts(elf: Elf, disassemble: Disassemble): CodeFacts {
  const { functions } = elf;
  const facts = Array.from({ length: functions.length + 1 }, newFacts);
  const sections = elf.code.map(({ address, bytes, isStubs }) => ({ listing: disassemble(bytes, address), isStubs }));
  const stubs = stubsOf(
    elf,
    sections.flatMap(({ listing, isStubs }) => (isStubs ? [listing] : [])),
  );
  const code = sections.flatMap(({ listing, isStubs }) => (isStubs ? [] : [listing]));
  const borders = {
    entries: functions,
    final: finalFunctions(
      functions,
      sections.map(({ listing }) => listing),
    ),
  };
  for (const listing of code) readListing(listing, { elf, functions, facts, stubs, borders });
  return { functions, facts };
}

/** Functions that were seen, without a return and without a jump to anywhere else. */
function finalFunctions(functions: readonly number[], listings: readonly Listing[]): ReadonlySet<number> {
  const seen = new Set<number>();
  const left = new Set<number>();
  for (const listing of listings) {
    for (let index = 0; index < listing.length; index++) {
      const kind = listing.kind(index);
      seen.add(functionAt(functions, listing.address(index)));
      if (kind !== 'return' && kind !== 'jump' && kind !== 'branch' && kind !== 'through') continue;
      const own = functionAt(functions, listing.address(index));
      const target = listing.target(index);
      if (kind === 'return' || kind === 'through' || target === null || functionAt(functions, target) !== own)
        left.add(own);
    }
  }
  return new Set(functions.filter((_, index) => seen.has(index + 1) && !left.has(index + 1)));
}

/** Which function an address is in; 0 before the first. */
export function functionAt(functions: readonly number[], address: number): number {
  let low = 0;
  let high = functions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((functions[middle] ?? 0) <= address) low = middle + 1;
    else high = middle;
  }
  return low;
}

function newFacts(): FunctionFacts {
  return {
    calls: new Set(),
    isOpen: false,
    next: new Set(),
    imports: new Set(),
    indirect: new Set(),
    isIndirectOpen: false,
  };
}

interface Context {
  readonly elf: Elf;
  readonly functions: readonly number[];
  readonly facts: readonly FunctionFacts[];
  /** Code that does nothing but go on to an imported name. */
  readonly stubs: ReadonlyMap<number, string>;
  readonly borders: FunctionBorders;
}

/** Where a call or jump through a slot stands: to go there, or to the marker for indirect branches before it, is to go on. */
function stubsOf({ slots }: Elf, listings: readonly Listing[]): ReadonlyMap<number, string> {
  const stubs = new Map<number, string>();
  for (const listing of listings) {
    for (let index = 0; index < listing.length; index++) {
      const name = listing.kind(index) === 'through' ? slots.get(listing.target(index) ?? 0) : undefined;
      if (name === undefined) continue;
      stubs.set(listing.address(index), name);
      if (index > 0 && listing.address(index) - listing.address(index - 1) === MARKER) {
        stubs.set(listing.address(index - 1), name);
      }
    }
  }
  return stubs;
}

/** Bytes of `endbr64`. */
const MARKER = 4;

function readListing(listing: Listing, context: Context): void {
  const trace = new RegisterTrace(listing, context.borders);
  for (let index = 0; index < listing.length; index++) {
    const kind = listing.kind(index);
    if (kind === 'other' || kind === 'pad' || kind === 'return' || kind === 'stop') continue;
    const own = functionAt(context.functions, listing.address(index));
    const facts = context.facts[own];
    if (facts === undefined) continue;
    if (kind === 'syscall') {
      const { values, isKnown } = trace.before(index, RAX);
      for (const value of values) facts.calls.add(value);
      const isData = own > 0 && listing.address(index) >= (context.elf.ends[own - 1] ?? Infinity);
      if (!isKnown && !isData) facts.isOpen = true;
    } else readReference(listing, index, { context, own, facts, trace });
  }
}

interface Inside {
  readonly context: Context;
  readonly own: number;
  readonly facts: FunctionFacts;
  readonly trace: RegisterTrace;
}

function readReference(listing: Listing, index: number, { context, own, facts, trace }: Inside): void {
  const target = listing.target(index);
  if (target === null) return;
  const name = context.elf.slots.get(target) ?? context.stubs.get(target);
  if (name !== undefined) {
    facts.imports.add(name);
    if (name === 'syscall') {
      const { values, isKnown } = trace.before(index, RDI);
      const isCall = listing.kind(index) !== 'refer';
      if (isCall) for (const value of values) facts.indirect.add(value);
      if (!isCall || !isKnown) facts.isIndirectOpen = true;
    }
  } else if (isCode(context.elf, target)) {
    const other = functionAt(context.functions, target);
    if (other !== own) facts.next.add(other);
  }
}

function isCode({ code }: Elf, address: number): boolean {
  return code.some((section) => address >= section.address && address < section.address + section.bytes.length);
}
