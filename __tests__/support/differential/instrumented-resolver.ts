import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, stop, transform, type Plugin } from 'esbuild';
import { createInstrumenter } from 'istanbul-lib-instrument';
import { ROOT } from '../cli.js';

/** A branch of a counted file: `resolve.ts: if (…)`, and how often it was taken. */
export interface CountedBranch {
  readonly place: string;
  readonly taken: number;
}

/** Runs the function `main` of a module with the branches of these files of src/core/seccomp/ counted. */
export async function countBranches(
  entry: string,
  files: readonly string[],
  outfile: string,
): Promise<readonly CountedBranch[]> {
  const counted = new RegExp(`/src/core/seccomp/(${files.join('|').replaceAll('.', '\\.')})$`);
  const plugin: Plugin = {
    name: 'count-branches',
    setup: (building) => {
      building.onLoad({ filter: counted }, async ({ path }) => ({
        contents: await countingSource(path),
        loader: 'js',
      }));
    },
  };
  const settings = { bundle: true, format: 'esm', platform: 'node', target: 'node20' } as const;
  // The bundle lies elsewhere than the sources, one of which asks where it is.
  const define = { 'import.meta.dirname': JSON.stringify(join(ROOT, '__tests__/support')) };
  await build({
    absWorkingDir: ROOT,
    entryPoints: [join(ROOT, entry)],
    outfile,
    plugins: [plugin],
    define,
    ...settings,
  });
  await stop();
  const { main } = (await import(pathToFileURL(outfile).href)) as { readonly main: () => unknown };
  main();
  const counts = (globalThis as { readonly [VARIABLE]?: Readonly<Record<string, FileCounts>> })[VARIABLE] ?? {};
  return Object.entries(counts).flatMap(([file, { b, branchMap }]) =>
    Object.entries(b).flatMap(([id, taken]) =>
      taken.map((times, arm) => ({ place: placeOf(file, branchMap[id], arm), taken: times })),
    ),
  );
}

const VARIABLE = 'tightfitBranches';

/** https://github.com/istanbuljs/istanbuljs/blob/main/docs/raw-output.md */
interface FileCounts {
  readonly b: Readonly<Record<string, readonly number[]>>;
  readonly branchMap: Readonly<Record<string, Branch>>;
}

interface Branch {
  readonly type: string;
  readonly loc: { readonly start: { readonly line: number } };
}

/** The line is that of the file without its types. */
function placeOf(file: string, branch: Branch | undefined, arm: number): string {
  return `${file}: ${branch?.type ?? ''} at line ${branch?.loc.start.line ?? 0} without types, arm ${arm}`;
}

/** Types go first: what counts is what runs. */
async function countingSource(path: string): Promise<string> {
  const { code } = await transform(readFileSync(path, 'utf8'), { loader: 'ts', target: 'node20' });
  const instrumenter = createInstrumenter({ esModules: true, coverageVariable: VARIABLE });
  return instrumenter.instrumentSync(code, basename(path));
}
