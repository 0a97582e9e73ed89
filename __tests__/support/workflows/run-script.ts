import { lstatSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { runInThisContext } from 'node:vm';
import { ROOT } from '../cli.js';
import { parseWorkflow } from './read-workflows.js';

/** A comment as GitHub lists it. */
export interface Comment {
  readonly id: number;
  readonly user: { readonly login: string } | null;
  readonly body: string;
}

/** What a script finds on GitHub. */
export interface Scene {
  readonly payload: unknown;
  readonly comments: readonly Comment[];
  readonly pull?: unknown;
  /** Variables and current folder of the step. */
  readonly environment: Readonly<Record<string, string>>;
  readonly folder: string;
}

/** What a script changed there: the request's name and what it said. */
export type Call = readonly [name: string, body: unknown];

type Script = (scope: Readonly<Record<string, unknown>>) => Promise<void>;

/** Runs the one script of github-script in an example workflow, against a GitHub that only remembers what it is told. */
export async function runScript(workflow: string, scene: Scene): Promise<readonly Call[]> {
  const calls: Call[] = [];
  const remember =
    (name: string) =>
    (body: unknown): Promise<void> => {
      calls.push([name, body]);
      return Promise.resolve();
    };
  const issues = { listComments: 'list', createComment: remember('create'), updateComment: remember('update') };
  const pulls = { get: () => Promise.resolve({ data: scene.pull }) };
  await compiled(scriptOf(workflow))({
    context: { repo: { owner: 'acme', repo: 'web' }, payload: scene.payload },
    core: { notice: remember('notice') },
    github: { rest: { issues, pulls }, paginate: () => Promise.resolve(scene.comments) },
    process: { env: scene.environment },
    require: relativeTo(scene.folder),
  });
  return calls;
}

function scriptOf(workflow: string): string {
  const { jobs } = parseWorkflow(readFileSync(join(ROOT, 'examples/workflows', workflow), 'utf8'));
  const steps = Object.values(jobs).flatMap((job) => job.steps ?? []);
  return steps.map((step) => step.with?.['script']).find((script) => typeof script === 'string') ?? '';
}

/** As actions/github-script does it: the text is the body of an asynchronous function. */
function compiled(script: string): Script {
  const body = `async ({ context, core, github, process, require }) => {\n${script}\n}`;
  return runInThisContext(body) as Script;
}

/** A `require` that knows files alone, read from a folder as in a step that is started there. */
function relativeTo(folder: string): (name: string) => unknown {
  const at = (path: string): string => resolve(folder, path);
  const fs = {
    lstatSync: (path: string) => lstatSync(at(path)),
    readFileSync: (path: string, encoding: 'utf8') => readFileSync(at(path), encoding),
  };
  return (name) => (name === 'fs' ? fs : undefined);
}
