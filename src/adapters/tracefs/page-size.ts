import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const USUAL = 4096;

/** Bytes of one read of `trace_pipe_raw`: the kernel's page, or what it was told to use instead. */
export function pageSize(tracefs: string): number {
  try {
    return pageSizeIn(readFileSync(join(tracefs, 'events', 'header_page'), 'utf8'));
  } catch {
    return USUAL;
  }
}

/** From the text of `events/header_page`, which ends with the field of the data. */
export function pageSizeIn(text: string): number {
  const [, offset, size] = /\bdata;\s*offset:(\d+);\s*size:(\d+);/.exec(text) ?? [];
  return offset === undefined || size === undefined ? USUAL : Number(offset) + Number(size);
}
