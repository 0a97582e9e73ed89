import { beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { ROOT } from '../support/cli.js';
import { isOwnAction } from '../support/workflows/action-metadata.js';
import { languageService, type Diagnose } from '../support/workflows/language-service.js';
import { lintWorkflow } from '../support/workflows/lint-workflow.js';
import { readWorkflows, yamlBlocks, type Step } from '../support/workflows/read-workflows.js';

let diagnose: Diagnose;

beforeAll(async () => {
  diagnose = await languageService();
});

const workflows = readWorkflows();

it('there are workflows of our own, to copy, and in the documents', () => {
  const folders = new Set(workflows.map(({ name }) => name.replace(/\/[^/]*$/, '').replace(/:\d+$/, '')));
  expect([...folders]).toEqual(expect.arrayContaining(['.github/workflows', 'examples/workflows', 'README.md']));
});

describe.each(workflows)('$name', ({ text }) => {
  it('is a workflow that GitHub accepts', async () => {
    expect(await diagnose('.github/workflows/x.yml', text)).toEqual([]);
  });

  it('takes no risk that it need not take', () => {
    expect(lintWorkflow(text)).toEqual([]);
  });
});

it('action.yml is one that GitHub accepts', async () => {
  expect(await diagnose('action.yml', readFileSync(join(ROOT, 'action.yml'), 'utf8'))).toEqual([]);
});

const PIN = /uses: ([^@\s]+)@([0-9a-f]{40})/g;

it('the same action is the same commit everywhere', () => {
  const commits = new Map<string, Set<string>>();
  for (const [, action = '', commit = ''] of workflows.flatMap(({ text }) => [...text.matchAll(PIN)])) {
    commits.set(action, (commits.get(action) ?? new Set()).add(commit));
  }
  expect([...commits].filter(([, { size }]) => size > 1)).toEqual([]);
  expect(commits.size).toBeGreaterThan(0);
});

const AROUND = 'on: push\npermissions: {}\nconcurrency: x\njobs:\n  x:\n    timeout-minutes: 1\n    steps:\n';

it('documents name only inputs and outputs that there are, and show no risk', () => {
  const lists = yamlBlocks().filter(({ text }) => Array.isArray(parse(text)));
  const own = lists.filter(({ text }) => (parse(text) as readonly Step[]).some(({ uses }) => isOwnAction(uses)));
  expect(own.length).toBeGreaterThan(2);
  const faults = own.map(({ name, text }) => [name, lintWorkflow(`${AROUND}${text.replace(/^/gm, '      ')}`)]);
  expect(faults).toEqual(own.map(({ name }) => [name, []]));
});
