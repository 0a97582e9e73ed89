import { closeSync, constants, openSync, readSync, statSync } from 'node:fs';
import { parseAuditLine, type AuditLine } from '../../core/trace/audit-line.js';
import { kernelMessage } from '../../core/trace/kernel-message.js';
import { errorCode } from './error-code.js';

/** Where auditd, which takes the messages from the kernel's log, writes them. */
const AUDIT_FILE = '/var/log/audit/audit.log';
/** A record of /dev/kmsg is never longer. Source: PRINTK_MESSAGE_MAX in kernel/printk/internal.h */
const RECORD_SIZE = 8192;
/** Messages kept; older ones are dropped. */
const MOST = 1024;
/** Of the audit file, read at most at a time, in bytes. */
const FILE_PART = 1024 * 1024;

/** What security modules said they refused, numbered in the order it was read. Only root may read it on most machines. */
export class KernelMessages {
  #log: number | null = null;
  /** `null`: not opened yet. */
  #fileAt: number | null = null;
  readonly #kept: AuditLine[] = [];
  #dropped = 0;

  /** Everything until now is before this place; `null` when this machine's log cannot be read. */
  place(): number | null {
    this.#drain();
    return this.#log === null ? null : this.#dropped + this.#kept.length;
  }

  /** What was said of these processes since a place. */
  since(place: number, pids: ReadonlySet<number>): readonly AuditLine[] {
    this.#drain();
    return this.#kept.slice(Math.max(0, place - this.#dropped)).filter(({ pid }) => pids.has(pid));
  }

  close(): void {
    if (this.#log !== null) closeSync(this.#log);
    this.#log = null;
  }

  #drain(): void {
    this.#readLog();
    this.#readFile();
    const surplus = this.#kept.length - MOST;
    if (surplus <= 0) return;
    this.#kept.splice(0, surplus);
    this.#dropped += surplus;
  }

  /** Every read gives one record; at the end of the log it fails with EAGAIN, after an overrun once with EPIPE. */
  #readLog(): void {
    this.#log ??= opened('/dev/kmsg');
    if (this.#log === null) return;
    const record = Buffer.alloc(RECORD_SIZE);
    for (;;) {
      const length = readRecord(this.#log, record);
      if (length === 'end') return;
      if (length !== 'overrun') this.#keep(kernelMessage(record.toString('latin1', 0, length)));
    }
  }

  /** What was there before the first look is not read. A file that became shorter is a new one. */
  #readFile(): void {
    const size = sizeOf(AUDIT_FILE);
    const from = this.#fileAt === null ? size : size < this.#fileAt ? 0 : this.#fileAt;
    this.#fileAt = size;
    if (size === from) return;
    const start = Math.max(from, size - FILE_PART);
    for (const line of readPart(AUDIT_FILE, start, size - start).split('\n')) this.#keep(line);
  }

  #keep(message: string | null): void {
    const line = message === null ? null : parseAuditLine(message);
    if (line !== null) this.#kept.push(line);
  }
}

function opened(path: string): number | null {
  try {
    return openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  } catch {
    return null;
  }
}

function readRecord(log: number, record: Buffer): number | 'end' | 'overrun' {
  try {
    const length = readSync(log, record, 0, record.length, null);
    return length === 0 ? 'end' : length;
  } catch (error) {
    return errorCode(error) === 'EPIPE' ? 'overrun' : 'end';
  }
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}

function readPart(path: string, from: number, length: number): string {
  const part = Buffer.alloc(length);
  const file = opened(path);
  if (file === null) return '';
  try {
    return part.toString('latin1', 0, readSync(file, part, 0, length, from));
  } catch {
    return '';
  } finally {
    closeSync(file);
  }
}
