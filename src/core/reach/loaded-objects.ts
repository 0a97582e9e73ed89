import type { ImagePrograms } from './image-programs.js';
import { GLIBC, type ObjectFacts } from './object-facts.js';

/** What some programs may have in their memory. */
export interface LoadedObjects {
  readonly objects: readonly ObjectFacts[];
  /** Why there may be more, one sentence each. */
  readonly reasons: readonly string[];
  /** Some of them may load further libraries, or look up functions by name, while they run. */
  readonly loadsMore: boolean;
}

/** Programs whose own programs can ask for any syscall. */
const INTERPRETERS = /^(?:python|perl|ruby|node|java|php|lua|guile|tclsh|mono|dotnet|pypy|R$)/;

/** With what a program comes to functions that it does not name. */
const LOOK_UPS: ReadonlySet<string> = new Set(['dlopen', 'dlmopen', 'dlsym', 'dlvsym']);

/** The programs at these paths and the libraries they are linked with. */
export function loadedObjects(paths: readonly string[], image: ImagePrograms): LoadedObjects {
  const reasons = new Set<string>();
  const loaded = new Set<ObjectFacts>();
  const open: ObjectFacts[] = [];
  for (const path of paths) {
    const found = image.at(path);
    if (found === null)
      reasons.add(`${path || 'one of many programs'} was executed and is no program of the image that could be read`);
    else open.push(found);
    if (INTERPRETERS.test(path.slice(path.lastIndexOf('/') + 1)))
      reasons.add(`${path} is an interpreter, whose programs were not read`);
  }
  let loadsMore = false;
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (loaded.has(next)) continue;
    loaded.add(next);
    const { elf, path } = next;
    if (!elf.isDynamic) reasons.add(`${path} is linked statically: its functions were not told apart`);
    if (elf.soname !== GLIBC && elf.imports.some((name) => LOOK_UPS.has(name))) loadsMore = true;
    const { found, missing } = neededBy(next, image);
    for (const name of missing) reasons.add(`${path} needs ${name}, which is not in the image`);
    open.push(...found);
  }
  return { objects: [...loaded], reasons: [...reasons], loadsMore };
}

/** What it is linked with, the loader included. */
function neededBy(
  { elf }: ObjectFacts,
  image: ImagePrograms,
): { found: readonly ObjectFacts[]; missing: readonly string[] } {
  const loader = elf.interpreter === null ? [] : [elf.interpreter.replace(/^.*\//, '')];
  const names = [...elf.needed, ...loader].map((name) => ({ name, found: image.named(name) }));
  return {
    found: names.flatMap(({ found }) => found),
    missing: names.flatMap(({ name, found }) => (found.length === 0 ? [name] : [])),
  };
}
