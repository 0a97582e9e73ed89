import { quote } from '../excerpt.js';
import { splitCommandLine } from './command-line.js';
import type { Cursor } from './cursor.js';
import { contradiction } from './mistake.js';
import { listOf, normalizeExpectation } from './normalize-expectation.js';
import { normalizeImage } from './normalize-image.js';
import type { ClientProbe, ExecProbe, HttpProbe, Probe, TcpProbe, TextExpectation } from './policy.js';
import { normalizePairs, textValue } from './text-value.js';
import type * as Written from './written.generated.js';

type WrittenProbe = Pick<Written.Test, 'http' | 'tcp' | 'log' | 'exec' | 'client'>;

/** The one probe of a test or of `ready`; the cursor stands at that. `null` when it has none of these. */
export function normalizeProbe({ http, tcp, log, exec, client }: WrittenProbe, cursor: Cursor): Probe | null {
  if (http !== undefined) return normalizeHttp(http, cursor.in('http'));
  if (tcp !== undefined) return normalizeTcp(tcp, cursor.in('tcp'));
  if (log !== undefined) return { kind: 'log', text: normalizeLog(log, cursor.in('log')) };
  if (exec !== undefined) return normalizeExec(exec, cursor.in('exec'));
  return client === undefined ? null : normalizeClient(client, cursor.in('client'));
}

function normalizeHttp(written: Written.Http, cursor: Cursor): HttpProbe {
  return {
    kind: 'http',
    port: written.port,
    path: written.path ?? '/',
    method: written.method ?? 'GET',
    requestHeaders: lowerCaseNames(written.request_headers, cursor.in('request_headers'), (text) => text),
    requestBody: written.request_body ?? null,
    status: written.status ?? 200,
    headers: lowerCaseNames<Written.Expectation, TextExpectation>(
      written.headers,
      cursor.in('headers'),
      normalizeExpectation,
    ),
    body: normalizeExpectation(written.body, cursor.in('body')),
  };
}

/** Header fields by their lower-case names, which is how HTTP compares them. */
function lowerCaseNames<W, T>(
  written: Readonly<Record<string, W>> | undefined,
  cursor: Cursor,
  normalize: (value: W, cursor: Cursor) => T,
): Readonly<Record<string, T>> {
  const fields = new Map<string, T>();
  for (const [name, value] of Object.entries(written ?? {})) {
    const lower = name.toLowerCase();
    if (fields.has(lower)) {
      cursor.in(name).note(contradiction(`the header ${quote(lower)} is given twice`, 'Keep one of them.'), 'key');
    }
    fields.set(lower, normalize(value, cursor.in(name)));
  }
  return Object.fromEntries(fields);
}

function normalizeTcp(written: Written.Tcp, cursor: Cursor): TcpProbe {
  const { port, send, expect } = typeof written === 'number' ? { port: written } : written;
  return { kind: 'tcp', port, send: send ?? null, expect: normalizeExpectation(expect, cursor.in('expect')) };
}

function normalizeExec(written: Written.Exec, cursor: Cursor): ExecProbe {
  return {
    kind: 'exec',
    command: normalizeCommand(written.command, cursor.in('command')) ?? [],
    user: written.user === undefined ? null : textValue(written.user, cursor.in('user')),
    ...normalizeOutcome(written, cursor),
  };
}

function normalizeClient(written: Written.Client, cursor: Cursor): ClientProbe {
  return {
    kind: 'client',
    image: normalizeImage(written, cursor),
    command: normalizeCommand(written.command, cursor.in('command')),
    environment: normalizePairs(written.environment, cursor.in('environment')),
    ...normalizeOutcome(written, cursor),
  };
}

function normalizeOutcome(
  { exit_code: exitCode, stdout, stderr }: Pick<Written.Exec, 'exit_code' | 'stdout' | 'stderr'>,
  cursor: Cursor,
): Pick<ExecProbe, 'exitCode' | 'stdout' | 'stderr'> {
  return {
    exitCode: exitCode ?? 0,
    stdout: normalizeExpectation(stdout, cursor.in('stdout')),
    stderr: normalizeExpectation(stderr, cursor.in('stderr')),
  };
}

/** The words of a command, written as such or as one text. */
export function normalizeCommand(written: Written.CommandLine | undefined, cursor: Cursor): readonly string[] | null {
  if (written === undefined) return null;
  return typeof written === 'string' ? cursor.take(splitCommandLine(written), []) : written;
}

/** In a log, `present` reads better beside `absent`; it means the same as `contains`. */
function normalizeLog({ present, ...written }: Written.Log, cursor: Cursor): TextExpectation {
  const text = normalizeExpectation(written, cursor);
  return { ...text, contains: [...listOf(present), ...text.contains] };
}
