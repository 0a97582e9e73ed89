import type { ImageLayer } from '../image/image-index.js';
import type { ObjectFacts } from './object-facts.js';
import type { ProgramFile } from './program-files.js';

/** How deep links are followed, as the kernel does. */
const DEEPEST = 40;

/** The programs, libraries and links of an image as they are in the end; what a later layer removes is still among them. */
export class ImagePrograms {
  readonly #links = new Map<string, string>();
  readonly #objects = new Map<string, ObjectFacts>();
  readonly #seen = new Set<string>();

  constructor(layers: readonly ImageLayer[], files: readonly ProgramFile<ObjectFacts>[]) {
    for (const { name } of layers) {
      for (const { path, linkName, facts } of files.filter(({ layer }) => layer === name)) {
        this.#links.delete(path);
        this.#objects.delete(path);
        this.#seen.add(path);
        if (linkName !== '') this.#links.set(path, linkName);
        else if (facts !== null) this.#objects.set(path, facts);
      }
    }
  }

  /** The program or library at a path, links followed; `null` when there is none that was looked at. */
  at(path: string): ObjectFacts | null {
    return this.#objects.get(this.real(path)) ?? null;
  }

  /** Every library that has this name or is found by it. */
  named(name: string): readonly ObjectFacts[] {
    const paths = [...this.#links.keys(), ...this.#objects.keys()].filter((path) => path.endsWith(`/${name}`));
    const byPath = paths.flatMap((path) => this.at(path) ?? []);
    const bySoname = this.all().filter(({ elf }) => elf.soname === name);
    return [...new Set([...byPath, ...bySoname])];
  }

  all(): readonly ObjectFacts[] {
    return [...this.#objects.values()];
  }

  /** A path with every link on the way followed. */
  real(path: string): string {
    let rest = path.split('/').filter((part) => part !== '' && part !== '.');
    let done: string[] = [];
    for (let followed = 0; rest.length > 0;) {
      const [part = '', ...later] = rest;
      rest = later;
      if (part === '..') done.pop();
      else done.push(part);
      const target = this.#links.get(`/${done.join('/')}`);
      if (target === undefined) continue;
      if (++followed > DEEPEST) return path;
      done = target.startsWith('/') ? [] : done.slice(0, -1);
      rest = [...target.split('/').filter((word) => word !== '' && word !== '.'), ...rest];
    }
    return `/${done.join('/')}`;
  }
}
