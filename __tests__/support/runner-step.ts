import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './cli.js';

/** The runner's files by the variable that names them. */
const FILES = ['GITHUB_OUTPUT', 'GITHUB_STEP_SUMMARY', 'GITHUB_STATE', 'GITHUB_ENV', 'GITHUB_PATH'] as const;

/** What a runner gives a step: its inputs and files, nothing of this test's own. */
export function runnerEnvironment(folder: string, inputs: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  const files = FILES.map((name) => [name, join(folder, name)] as const);
  for (const [, path] of files) writeFileSync(path, '');
  return {
    PATH: process.env['PATH'],
    HOME: process.env['HOME'],
    ...(process.env['DOCKER_HOST'] === undefined ? {} : { DOCKER_HOST: process.env['DOCKER_HOST'] }),
    GITHUB_ACTIONS: 'true',
    GITHUB_WORKSPACE: ROOT,
    ...Object.fromEntries(files),
    ...Object.fromEntries(Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])),
  };
}

/** What a step wrote into one of the runner's files. */
export function fileOf(folder: string, name: (typeof FILES)[number]): string {
  return readFileSync(join(folder, name), 'utf8');
}

/** Values that a step wrote in the runner's `name<<delimiter` form. */
export function written(folder: string, name: 'GITHUB_OUTPUT' | 'GITHUB_STATE'): Readonly<Record<string, string>> {
  const entries = [...fileOf(folder, name).matchAll(/^(.+?)<<(.+)\n([\s\S]*?)\n\2$/gm)];
  return Object.fromEntries(entries.map(([, key, , value]) => [key ?? '', value ?? '']));
}
