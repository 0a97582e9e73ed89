/** What started a workflow run, as GitHub tells it. */
export interface RunEvent {
  /** As in `on:` of the workflow. */
  readonly name: string;
  /** What GITHUB_EVENT_PATH holds; `null` when it cannot be read. */
  readonly payload: unknown;
}

/** Events whose runs have the token and the secrets of the repository, and where they say whose code they are about. */
const WHOSE = {
  pull_request_target: ['pull_request', 'head', 'repo'],
  workflow_run: ['workflow_run', 'head_repository'],
} as const;

/** Behind a run of these nothing says where its code is from: a checkout or an artifact may have brought it. */
const OPAQUE: readonly unknown[] = ['pull_request_target', 'workflow_run', undefined];

const ADVICE =
  'Building and running it would hand it the token and the secrets of this repository. Run on pull_request instead, where the code of a fork gets neither.';

/**
 * Why the code of a run may be a stranger's while the run has privilege, and what to do; `null` when it is not so. What cannot be
 * told counts as a stranger's. Holds foreign text.
 * Source: https://securitylab.github.com/resources/github-actions-preventing-pwn-requests/
 */
export function strangeCode({ name, payload }: RunEvent): string | null {
  if (name !== 'pull_request_target' && name !== 'workflow_run') return null;
  const own = at(payload, ['repository', 'full_name']);
  const head = at(payload, WHOSE[name]);
  const from = at(head, ['full_name']);
  if (typeof own !== 'string' || head === undefined) return refusal(name, 'whose code it is about cannot be told');
  if (typeof from !== 'string') return refusal(name, 'the repository that its code is from is gone');
  if (from !== own) return refusal(name, `its code is from the fork "${from}"`);
  return name === 'workflow_run' ? behind(at(payload, ['workflow_run', 'event'])) : null;
}

function behind(event: unknown): string | null {
  if (!OPAQUE.includes(event)) return null;
  return refusal('workflow_run', `it follows a run of the event "${String(event)}", whose code may be a fork's`);
}

function refusal(name: string, why: string): string {
  return `nothing was run: the event of this workflow is "${name}", and ${why}. ${ADVICE}`;
}

function at(value: unknown, path: readonly string[]): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  if (typeof value !== 'object' || value === null) return undefined;
  const fields: Readonly<Record<string, unknown>> = { ...value };
  return at(fields[key], rest);
}
