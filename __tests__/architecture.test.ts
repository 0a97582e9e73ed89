import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const ROOT = resolve(import.meta.dirname, '..');
const SOURCES = join(ROOT, 'src');

interface Module {
  /** Relative to src/. */
  readonly path: string;
  readonly text: string;
  /** Relative to src/, as far as they are ours. */
  readonly imports: readonly string[];
  readonly packages: readonly string[];
}

/** What a ring may import from the others, and which packages it may use. */
const RINGS: Readonly<Record<string, { readonly rings: readonly string[]; readonly packages: readonly RegExp[] }>> = {
  core: { rings: ['core'], packages: [/^(ajv|yaml|@humanwhocodes\/momoa|re2js|dockerfile-ast|diff)(\/|$)/] },
  'ports.ts': { rings: ['core'], packages: [] },
  report: { rings: ['core', 'report'], packages: [/^sarif$/] },
  app: { rings: ['core', 'app', 'ports.ts'], packages: [] },
  adapters: {
    rings: ['core', 'ports.ts', 'adapters'],
    packages: [/^node:/, /^(dockerode|fzstd|iced-x86)$/],
  },
  action: {
    rings: ['core', 'ports.ts', 'app', 'report', 'adapters', 'action'],
    packages: [/^node:/, /^@actions\/core$/],
  },
  cli: {
    rings: ['core', 'ports.ts', 'app', 'report', 'adapters', 'cli'],
    packages: [/^node:/, /^commander$/, /^picocolors$/],
  },
  recorder: { rings: ['core', 'ports.ts', 'adapters', 'recorder'], packages: [/^node:/] },
  relay: { rings: ['core', 'relay'], packages: [/^node:/] },
};

const modules = readModules();

describe('the rings', () => {
  it('has modules to look at', () => {
    expect(modules.length).toBeGreaterThan(50);
  });

  it.each(Object.keys(RINGS))('%s imports only what it may', (ring) => {
    const allowed = RINGS[ring];
    const broken = modules
      .filter((module) => ringOf(module.path) === ring)
      .flatMap((module) => [
        ...module.imports
          .filter((target) => allowed?.rings.includes(ringOf(target)) !== true)
          .map((target) => `${module.path} imports ${target}`),
        ...module.packages
          .filter((name) => allowed?.packages.some((pattern) => pattern.test(name)) !== true)
          .map((name) => `${module.path} uses ${name}`),
      ]);
    expect(broken).toEqual([]);
  });

  it('knows every folder of src', () => {
    expect([...new Set(modules.map((module) => ringOf(module.path)))].sort()).toEqual(Object.keys(RINGS).sort());
  });

  it('keeps adapters apart from each other', () => {
    const folderOf = (path: string): string | undefined => /^adapters\/([^/]+)\//.exec(path)?.[1];
    const broken = modules.flatMap((module) =>
      module.imports
        .filter((target) => folderOf(module.path) !== undefined && folderOf(target) !== undefined)
        .filter((target) => folderOf(module.path) !== folderOf(target))
        .map((target) => `${module.path} imports ${target}`),
    );
    expect(broken).toEqual([]);
  });

  it('has no import cycles', () => {
    expect(findCycles(modules)).toEqual([]);
  });
});

describe('the style', () => {
  it('keeps dockerode and its types inside the docker adapter', () => {
    const users = modules
      .filter((module) => module.packages.includes('dockerode'))
      .map((module) => dirname(module.path).split('/').slice(0, 2).join('/'));
    expect(new Set(users)).toEqual(new Set(['adapters/docker']));
  });

  it('creates and starts containers only where a container is exercised', () => {
    const starters = modules
      .filter((module) => module.path.startsWith('app/') && /engine\.(createContainer|start)\(/.test(module.text))
      .map((module) => module.path);
    expect(starters.sort()).toEqual(['app/exercise.ts', 'app/probe/client.ts']);
  });

  it('has no barrels and no files named for nothing', () => {
    const named = modules.filter((module) => /(^|\/)(index|utils?|helpers?|common|misc)\.ts$/.test(module.path));
    const barrels = modules.filter((module) => /^export (\*|\{[^}]*\}) from /m.test(module.text));
    expect([...named, ...barrels].map((module) => module.path)).toEqual([]);
  });

  it('has entry files with no ideas in them', () => {
    const long = modules
      .filter((module) => /^(action|cli|recorder|relay)\/(main|post)\.ts$/.test(module.path))
      .filter((module) => module.text.split('\n').length > 31);
    expect(long.map((module) => module.path)).toEqual([]);
  });

  it('has small files, but for the one contract that ports.ts is', () => {
    const sizes = modules
      .filter(({ path }) => !path.includes('.generated.') && path !== 'ports.ts')
      .map(({ text }) => text.split('\n').length);
    const sorted = [...sizes].sort((a, b) => a - b);
    expect(sorted.at(-1)).toBeLessThanOrEqual(251);
    expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThanOrEqual(81);
  });
});

function ringOf(path: string): string {
  return path.split('/')[0] ?? path;
}

function readModules(): readonly Module[] {
  return readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => readModule(path.replaceAll('\\', '/')));
}

function readModule(path: string): Module {
  const text = readFileSync(join(SOURCES, path), 'utf8');
  const named = [...text.matchAll(/(?:^|\n)\s*(?:import|export)\b[^;'"]*?from\s*'([^']+)'|import\('([^']+)'\)/g)].map(
    (match) => match[1] ?? match[2] ?? '',
  );
  const own = named.filter((name) => name.startsWith('.') && name.endsWith('.js'));
  return {
    path,
    text,
    imports: own.map((name) => relative(SOURCES, resolve(SOURCES, dirname(path), name)).replace(/\.js$/, '.ts')),
    packages: named.filter((name) => !name.startsWith('.')),
  };
}

/**
 * Every cycle once, as a list of modules. Type-only imports count, a cycle of types is as hard to read; but generated data may
 * name the type its one reader gives it.
 */
function findCycles(all: readonly Module[]): readonly string[] {
  const edges = new Map(all.map((module) => [module.path, module.path.includes('.generated.') ? [] : module.imports]));
  const done = new Set<string>();
  const cycles: string[] = [];
  const visit = (path: string, trail: readonly string[]): void => {
    const start = trail.indexOf(path);
    if (start !== -1) cycles.push([...trail.slice(start), path].join(' -> '));
    if (start !== -1 || done.has(path)) return;
    for (const target of edges.get(path) ?? []) visit(target, [...trail, path]);
    done.add(path);
  };
  for (const path of edges.keys()) visit(path, []);
  return cycles;
}
