import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { randomUUID } from 'node:crypto';
import { build } from 'esbuild';
import { ROOT } from '../cli.js';
import { actionMetadata } from './action-metadata.js';

/** What the service says of a file, each with its line. The path tells an action from a workflow. */
export type Diagnose = (path: string, text: string) => Promise<readonly string[]>;

interface Service {
  readonly TextDocument: { create: (uri: string, language: string, version: number, text: string) => unknown };
  /** Where the service says that it could not do its work: it gives no diagnostics then. */
  readonly registerLogger: (
    logger: Readonly<Record<'error' | 'warn' | 'info' | 'log', (text: string) => void>>,
  ) => void;
  readonly validate: (document: unknown, config: unknown) => Promise<readonly Diagnostic[]>;
}

interface Diagnostic {
  readonly message: string;
  readonly range: { readonly start: { readonly line: number } };
}

/** Node cannot load the packages as they are: they import JSON without saying so. */
const ENTRY = `
export { registerLogger } from '@actions/languageservice/log';
export { validate } from '@actions/languageservice/validate';
export { TextDocument } from 'vscode-languageserver-textdocument';`;

/** CommonJS packages in an ES module bundle need a `require` for Node's own modules. */
const REQUIRE =
  "import { createRequire as makeRequire } from 'node:module';\nconst require = makeRequire(import.meta.url);";

/** GitHub's own language service, which knows this action's inputs. */
export async function languageService(): Promise<Diagnose> {
  const folder = mkdtempSync(join(tmpdir(), 'tightfit-language-service-'));
  const outfile = join(folder, 'service.mjs');
  await build({
    stdin: { contents: ENTRY, resolveDir: ROOT },
    bundle: true,
    format: 'esm',
    platform: 'node',
    outfile,
    banner: { js: REQUIRE },
    logLevel: 'silent',
  });
  const { TextDocument, registerLogger, validate } = (await import(pathToFileURL(outfile).href)) as Service;
  rmSync(folder, { recursive: true });
  const trouble: string[] = [];
  const ignore = (): void => undefined;
  registerLogger({ error: (line) => trouble.push(line), warn: ignore, info: ignore, log: ignore });
  return async (path, text) => {
    // It remembers a document by its address, whatever it says now.
    const document = TextDocument.create(`file:///${randomUUID()}/${path}`, 'yaml', 1, text);
    const found = await validate(document, { actionsMetadataProvider: { fetchActionMetadata: metadataOf } });
    return [...trouble.splice(0), ...found.map(({ message, range }) => `${range.start.line + 1}: ${message}`)];
  };
}

function metadataOf({ owner, name }: { readonly owner: string; readonly name: string }): Promise<unknown> {
  const own = actionMetadata();
  const unlisted = { name, description: '' };
  return Promise.resolve(owner === 'tightfit' && name === 'tightfit' ? own : unlisted);
}
