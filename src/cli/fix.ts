import { createFiles } from '../adapters/node/files.js';
import { replaceFiles } from '../adapters/node/replace-files.js';
import { check } from '../app/check.js';
import { loadFixable } from '../app/load-fixable.js';
import { UsageError } from '../core/errors.js';
import { planFix } from '../core/fit/fix.js';
import type { FixPlan, FixableResult } from '../core/fit/fixable.js';
import { readFixable } from '../core/fit/read-fixable.js';
import { fixPatch, fixText } from '../report/fix-text.js';
import { complain, print, reportLook } from './print.js';
import { withWorld, type WorkFlags } from './with-world.js';
import { jsonOrNull } from '../core/json-or-null.js';

/** Options of `tightfit fix`, as commander gives them. */
export interface FixFlags extends WorkFlags {
  /** A result that `check` wrote; absent: a check is run. */
  readonly result?: string;
  readonly service?: readonly string[];
  readonly dryRun?: boolean;
}

/**
 * Removes from a policy and its profiles what a check found to be excess, says what changed and gives the exit code. Throws
 * UsageError when the result is no ground for that.
 */
export async function runFix(policyFile: string, flags: FixFlags, version: string): Promise<0> {
  const result = flags.result === undefined ? await checked(policyFile, flags, version) : await written(flags.result);
  const services = flags.service ?? [];
  const plan = planFix(await loadFixable({ files: createFiles() }, { policyFile, services, result }));
  if ('refusal' in plan) throw new UsageError(plan.refusal);
  if (flags.dryRun === true) return show(plan);
  await replaceFiles(plan.files);
  print(fixText(plan, policyFile, reportLook()));
  return 0;
}

function show(plan: FixPlan): 0 {
  const { text, exact } = fixPatch(plan);
  if (!exact)
    complain('tightfit: the patch holds signs that are not printed as they are; run without --dry-run to apply it');
  print(text);
  return 0;
}

/** The largest result that is read, in bytes. */
const SIZE_LIMIT = 64 * 1024 * 1024;

async function written(path: string): Promise<FixableResult> {
  const result = readFixable(jsonOrNull(await createFiles().readText(path, SIZE_LIMIT)));
  if (result === null) throw new UsageError(`${path} is no result of tightfit check. Give its tightfit.json.`);
  return result;
}

function checked(policyFile: string, flags: FixFlags, version: string): Promise<FixableResult> {
  return withWorld(flags, ({ world, timeout, runId, signal }) =>
    check(world, { policyFile, services: flags.service ?? [], timeout, runId, version, signal }),
  );
}
