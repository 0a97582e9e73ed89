import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { ROOT } from '../cli.js';

interface Described {
  readonly description: string;
  readonly default?: string;
}

/** What action.yml says. */
export interface ActionMetadata {
  readonly name: string;
  readonly description: string;
  readonly branding: { readonly icon: string; readonly color: string };
  readonly inputs: Readonly<Record<string, Described>>;
  readonly outputs: Readonly<Record<string, Described>>;
}

/** Reads action.yml. */
export function actionMetadata(): ActionMetadata {
  return parse(readFileSync(join(ROOT, 'action.yml'), 'utf8')) as ActionMetadata;
}

/** Whether a step's `uses` is this action, by name or from the checkout. */
export function isOwnAction(uses: string | undefined): boolean {
  return uses === './' || uses?.startsWith('tightfit/tightfit@') === true;
}
