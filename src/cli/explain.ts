import { createFiles } from '../adapters/node/files.js';
import { UsageError } from '../core/errors.js';
import { explain } from '../core/explain/explain.js';
import { factsInResult, type ExplainableService } from '../core/explain/in-result.js';
import { readServices } from '../core/explain/read-services.js';
import { printableJson } from '../report/json.js';
import { explained } from '../report/terminal/explained.js';
import { reportLook, print } from './print.js';
import { jsonOrNull } from '../core/json-or-null.js';

/** Options of `tightfit explain`, as commander gives them. */
export interface ExplainFlags {
  /** A result that `check` wrote. */
  readonly result?: string;
  readonly format: 'text' | 'json';
}

/** The largest result that is read, in bytes. */
const SIZE_LIMIT = 64 * 1024 * 1024;

/** Prints what is known about a syscall or capability and gives the exit code. Throws UsageError for a name that is neither. */
export async function runExplain(name: string, flags: ExplainFlags): Promise<number> {
  const found = explain(name);
  if (!found.known) throw new UsageError(unknownName(name, found.suggestion));
  const services = flags.result === undefined ? [] : await servicesOf(flags.result);
  const pages = found.pages.map((page) => ({ ...page, facts: [...page.facts, ...factsInResult(page, services)] }));
  print(flags.format === 'json' ? printableJson(pages) : explained(pages, reportLook()));
  return 0;
}

function unknownName(name: string, suggestion: string | null): string {
  const meant = suggestion === null ? '' : ` Did you mean ${suggestion}?`;
  return `"${name}" is no syscall, capability or rule.${meant}`;
}

async function servicesOf(path: string): Promise<readonly ExplainableService[]> {
  const services = readServices(jsonOrNull(await createFiles().readText(path, SIZE_LIMIT)));
  if (services === null) throw new UsageError(`${path} is no result of tightfit check. Give its tightfit.json.`);
  return services;
}
