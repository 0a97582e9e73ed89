import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { ROOT } from '../cli.js';

/** A workflow, as far as it is looked at here. */
export interface Workflow {
  readonly on: unknown;
  readonly permissions?: unknown;
  readonly concurrency?: unknown;
  readonly jobs: Readonly<Record<string, Job>>;
}

export interface Job {
  readonly uses?: string;
  readonly permissions?: unknown;
  readonly concurrency?: unknown;
  readonly 'timeout-minutes'?: unknown;
  readonly outputs?: Readonly<Record<string, string>>;
  readonly steps?: readonly Step[];
}

export interface Step {
  readonly id?: string;
  readonly name?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

/** A workflow's text and where it stands. */
export interface WorkflowText {
  readonly name: string;
  readonly text: string;
}

/** A workflow's text as what it means. */
export function parseWorkflow(text: string): Workflow {
  return parse(text) as Workflow;
}

/** Every workflow of this repository: its own, the examples, and those that documents show as a whole. */
export function readWorkflows(): readonly WorkflowText[] {
  const files = ['.github/workflows', 'examples/workflows'].flatMap((folder) =>
    readdirSync(join(ROOT, folder))
      .filter((name) => /\.ya?ml$/.test(name))
      .map((name) => `${folder}/${name}`),
  );
  return [
    ...files.map((name) => ({ name, text: readFileSync(join(ROOT, name), 'utf8') })),
    ...yamlBlocks().filter(({ text }) => /^jobs:/m.test(text)),
  ];
}

/** Every block of YAML in README.md and docs/. */
export function yamlBlocks(): readonly WorkflowText[] {
  const pages = readdirSync(join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' }).map((name) => `docs/${name}`);
  return ['README.md', ...pages.filter((name) => name.endsWith('.md')).sort()].flatMap((name) => {
    const text = readFileSync(join(ROOT, name), 'utf8');
    return [...text.matchAll(/^```yaml\n([^]*?)^```$/gm)].map((match) => ({
      name: `${name}:${text.slice(0, match.index).split('\n').length}`,
      text: match[1] ?? '',
    }));
  });
}
