import { execFile } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ROOT } from '../cli.js';
import { parseWorkflow } from './read-workflows.js';

/** Where a step runs. */
export interface Machine {
  /** Its current folder. */
  readonly folder: string;
  /** What GitHub's command line program does, as a script. */
  readonly gh: string;
  readonly environment: Readonly<Record<string, string>>;
}

/** Runs the script of a step of an example workflow as a runner does; rejects when it fails. Gives what it printed. */
export async function runStep(workflow: string, step: string, { folder, gh, environment }: Machine): Promise<string> {
  const programs = join(folder, '.programs');
  mkdirSync(programs, { recursive: true });
  writeFileSync(join(programs, 'gh'), `#!/bin/bash\n${gh}\n`);
  chmodSync(join(programs, 'gh'), 0o755);
  const env = { PATH: `${programs}:${process.env['PATH'] ?? ''}`, HOME: programs, ...environment };
  const { stdout } = await promisify(execFile)('bash', ['-e', '-c', scriptOf(workflow, step)], { cwd: folder, env });
  return stdout;
}

function scriptOf(workflow: string, name: string): string {
  const { jobs } = parseWorkflow(readFileSync(join(ROOT, 'examples/workflows', workflow), 'utf8'));
  const steps = Object.values(jobs).flatMap((job) => job.steps ?? []);
  return steps.find((step) => step.name === name)?.run ?? 'exit 99';
}
