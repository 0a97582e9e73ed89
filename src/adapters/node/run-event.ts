import { readFile } from 'node:fs/promises';
import type { RunEvent } from '../../core/run-event/strange-code.js';

/**
 * What started this workflow run; without a name where there is none.
 * Source: https://docs.github.com/en/actions/reference/workflows-and-actions/variables
 */
export async function readRunEvent(environment: Readonly<Record<string, string | undefined>>): Promise<RunEvent> {
  const name = environment['GITHUB_EVENT_NAME'] ?? '';
  const path = environment['GITHUB_EVENT_PATH'] ?? '';
  return { name, payload: await jsonAt(path).catch(() => null) };
}

async function jsonAt(path: string): Promise<unknown> {
  return JSON.parse(await readFile(path, 'utf8'));
}
