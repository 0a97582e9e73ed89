import { functionAt, type FunctionFacts } from './code-facts.js';
import { GLIBC, type ObjectFacts } from './object-facts.js';

/** What a set of programs and libraries can call. */
export interface ReachedCalls {
  readonly numbers: ReadonlySet<number>;
  /** Why there may be more, one sentence each. */
  readonly reasons: readonly string[];
}

/**
 * What sets a user or group in all threads: glibc hands the number over in memory, to be called in each, by a handler that it
 * sets up with the first thread.
 */
const IDENTITY_SETTERS = /^(?:set(?:e?[ug]id|re[ug]id|res[ug]id|groups)|pthread_create)$/;
const IDENTITY_CALLS = [105, 106, 113, 114, 116, 117, 119];

/** Which syscalls the code of some files makes, whatever their arguments. */
export function reachedCalls(objects: readonly ObjectFacts[]): ReachedCalls {
  const numbers = new Set<number>();
  const reasons = new Set<string>();
  const named = new Set(objects.flatMap(({ elf }) => elf.imports));
  for (const object of objects) {
    const isLibc = object.elf.soname === GLIBC;
    if (object.elf.pointedTo.includes('syscall'))
      reasons.add(`${object.path} has the address of syscall() in its data`);
    if (isLibc && object.code.functions.length === 0) reasons.add(`${object.path} has no table of its functions`);
    const reached = isLibc ? reachedFunctions(object, named) : object.code.facts.map((_, index) => index);
    const setters = isLibc ? identitySetters(object) : new Set<number>();
    for (const index of reached) {
      const facts = object.code.facts[index];
      if (facts === undefined) continue;
      for (const number of [...facts.calls, ...facts.indirect]) numbers.add(number);
      if (facts.isIndirectOpen) reasons.add(`${object.path} gives syscall() a number that cannot be told`);
      if (setters.has(index)) for (const number of IDENTITY_CALLS) numbers.add(number);
      else if (facts.isOpen && !isGeneric(object, index))
        reasons.add(`${object.path} makes a syscall whose number cannot be told`);
    }
  }
  return { numbers, reasons: [...reasons] };
}

/** From what others name and data points to, along calls, jumps and addresses that are taken. */
function reachedFunctions({ elf, code }: ObjectFacts, named: ReadonlySet<string>): readonly number[] {
  const entries = elf.exports.filter(({ name }) => named.has(name)).map(({ address }) => address);
  const open = [0, ...[...entries, ...elf.pointers].map((address) => functionAt(code.functions, address))];
  const reached = new Set<number>();
  for (let index = open.pop(); index !== undefined; index = open.pop()) {
    if (reached.has(index)) continue;
    reached.add(index);
    open.push(...(code.facts[index]?.next ?? []));
  }
  return [...reached];
}

/** `syscall` itself: its callers say the number. */
function isGeneric({ elf, code }: ObjectFacts, index: number): boolean {
  return elf.exports.some(({ name, address }) => name === 'syscall' && functionAt(code.functions, address) === index);
}

/** Functions with a number from memory that nothing but the setters of identity lead to. */
function identitySetters({ elf, code }: ObjectFacts): ReadonlySet<number> {
  const setters = new Set(
    elf.exports.flatMap(({ name, address }) =>
      IDENTITY_SETTERS.test(name) ? [functionAt(code.functions, address)] : [],
    ),
  );
  const exported = new Set(elf.exports.map(({ address }) => functionAt(code.functions, address)));
  const open = code.facts.flatMap(({ isOpen }, index) => (isOpen && !exported.has(index) ? [index] : []));
  const found = new Set<number>();
  for (let grew = true; grew;) {
    const more = open.filter(
      (index) => !found.has(index) && isLedToBy(code.facts, index, (from) => setters.has(from) || found.has(from)),
    );
    for (const index of more) found.add(index);
    grew = more.length > 0;
  }
  return found;
}

function isLedToBy(facts: readonly FunctionFacts[], index: number, isOne: (from: number) => boolean): boolean {
  const callers = facts.flatMap(({ next }, from) => (next.has(index) ? [from] : []));
  return callers.length > 0 && callers.every(isOne);
}
