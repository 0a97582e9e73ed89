import { mkdir } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { UsageError } from '../../core/errors.js';
import type { TrendEntry } from '../../core/trend/trend-entry.js';
import { appendedTrend, isForeign, parseTrend, TREND_BYTES, type TrendFile } from '../../core/trend/trend-file.js';
import { codeOf, messageOf } from '../thrown.js';
import { createFiles } from './files.js';
import { replaceFiles } from './replace-files.js';
import { writeWhole } from './write-whole.js';

/** The largest trend that is read, in bytes: what is larger than what is kept was not written by us alone. */
const SIZE_LIMIT = 16 * TREND_BYTES;

/** Unreadable lines named in one sentence. */
const NAMED = 5;

/** What is in a trend file and what is wrong with it, a sentence each. */
export interface Trend {
  readonly entries: readonly TrendEntry[];
  readonly problems: readonly string[];
}

/**
 * Adds entries to a trend file, which is made when missing, in one step, and gives what is in it then. A file that cannot be read
 * or written stays as it is, which is told: a trend is a view and decides nothing. Never throws for one.
 */
export async function appendTrend(path: string, entries: readonly TrendEntry[]): Promise<Trend> {
  try {
    const before = await textOf(path);
    const trend = parseTrend(before ?? '');
    if (isForeign(trend)) {
      return { entries, problems: [`${path} was left alone: none of its lines is one of a trend. Name another file.`] };
    }
    await write(path, before, appendedTrend(trend, entries));
    return { entries: [...trend.entries, ...entries], problems: unreadable(path, trend) };
  } catch (error) {
    return { entries, problems: [`the trend was not kept: ${messageOf(error)}`] };
  }
}

/** Reads a trend file without changing it. Never throws for one that cannot be read. */
export async function readTrend(path: string): Promise<Trend> {
  try {
    const trend = parseTrend(await createFiles().readText(path, SIZE_LIMIT));
    return { entries: trend.entries, problems: unreadable(path, trend) };
  } catch (error) {
    return { entries: [], problems: [`the trend was not read: ${messageOf(error)}`] };
  }
}

function unreadable(path: string, { unreadable: lines }: TrendFile): readonly string[] {
  if (lines.length === 0) return [];
  const shown = lines.slice(0, NAMED).map((line) => `${path}:${line}`);
  const more = lines.length > NAMED ? ` and ${lines.length - NAMED} more` : '';
  return [`not a line of a trend, so that it is left out: ${shown.join(', ')}${more}`];
}

/** `null` when there is no such file. */
async function textOf(path: string): Promise<string | null> {
  try {
    return await createFiles().readText(path, SIZE_LIMIT);
  } catch (error) {
    if (error instanceof UsageError && codeOf(error.cause) === 'ENOENT') return null;
    throw error;
  }
}

async function write(path: string, before: string | null, after: string): Promise<void> {
  if (before !== null) {
    await replaceFiles([{ path, before, after }]);
    return;
  }
  await mkdir(dirname(path), { recursive: true });
  await writeWhole(dirname(path), [{ name: basename(path), text: after }], { replace: false });
}
