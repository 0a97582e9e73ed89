import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { readRunEvent } from '../../../src/adapters/node/run-event.js';

let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tightfit-event-'));
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

function withPayload(text: string): Record<string, string> {
  const path = join(folder, 'event.json');
  writeFileSync(path, text);
  return { GITHUB_EVENT_NAME: 'workflow_run', GITHUB_EVENT_PATH: path };
}

it('reads name and payload', async () => {
  expect(await readRunEvent(withPayload('{"action":"completed"}'))).toEqual({
    name: 'workflow_run',
    payload: { action: 'completed' },
  });
});

it('gives no payload where the file is no JSON or not there', async () => {
  expect(await readRunEvent(withPayload('{'))).toEqual({ name: 'workflow_run', payload: null });
  const missing = { GITHUB_EVENT_NAME: 'push', GITHUB_EVENT_PATH: join(folder, 'none.json') };
  expect(await readRunEvent(missing)).toEqual({ name: 'push', payload: null });
});

it('gives no name outside of a workflow', async () => {
  expect(await readRunEvent({})).toEqual({ name: '', payload: null });
});
