import { actionMetadata, isOwnAction } from './action-metadata.js';
import { parseWorkflow, type Job, type Step, type Workflow } from './read-workflows.js';

/** What is wrong with a workflow beyond its syntax, a sentence each. */
export function lintWorkflow(text: string): readonly string[] {
  const workflow = parseWorkflow(text);
  const jobs = Object.entries(workflow.jobs);
  return [
    ...workflowPermissions(workflow),
    ...jobs.flatMap(([name, job]) => [
      ...jobSettings(name, job, workflow),
      ...(job.steps ?? []).flatMap((step) => [
        ...injections(step),
        ...keptCredentials(step),
        ...strangers(step, workflow),
        ...unknownInputs(step),
      ]),
      ...unknownOutputs(job),
    ]),
    ...loosePins(text),
  ];
}

const WRITES = /\bwrite(-all)?\b/;

/** A permission that is not written down is whatever the repository's settings say. What may write belongs to one job. */
function workflowPermissions({ permissions }: Workflow): readonly string[] {
  if (permissions === undefined) return ['permissions: none are declared for the workflow'];
  return WRITES.test(JSON.stringify(permissions)) ? ['permissions: every job may write'] : [];
}

function jobSettings(name: string, job: Job, workflow: Workflow): readonly string[] {
  return [
    ...(job['timeout-minutes'] === undefined && job.uses === undefined ? [`${name}: no timeout-minutes`] : []),
    ...(job.concurrency === undefined && workflow.concurrency === undefined ? [`${name}: no concurrency`] : []),
    ...(JSON.stringify(job.permissions ?? null).includes('write-all') ? [`${name}: may write everything`] : []),
  ];
}

/** An expression is put into the script's text before it runs: whoever chooses the value chooses the script. */
function injections(step: Step): readonly string[] {
  const scripts = [step.run, step.with?.['script']].filter((text) => typeof text === 'string');
  return scripts
    .flatMap((text) => text.match(/\$\{\{[^]*?\}\}/g) ?? [])
    .map((expression) => `${expression} in a script: pass it by env`);
}

function keptCredentials({ uses, with: inputs }: Step): readonly string[] {
  if (uses?.startsWith('actions/checkout@') !== true || inputs?.['persist-credentials'] === false) return [];
  return ['checkout leaves its token in .git/config: persist-credentials: false'];
}

const PRIVILEGED = /\b(workflow_run|pull_request_target)\b/;

/** A run with privilege must not fetch code, which may be a fork's. */
function strangers({ uses, run }: Step, { on }: Workflow): readonly string[] {
  if (!PRIVILEGED.test(JSON.stringify(on))) return [];
  const fetches =
    uses?.startsWith('actions/checkout@') === true || isOwnAction(uses) || /\bgit (clone|fetch)\b/.test(run ?? '');
  return fetches ? ['a workflow that forks start with privilege fetches or runs code'] : [];
}

function unknownInputs({ uses, with: inputs }: Step): readonly string[] {
  if (!isOwnAction(uses)) return [];
  const { inputs: known } = actionMetadata();
  return Object.keys(inputs ?? {})
    .filter((name) => known[name] === undefined)
    .map((name) => `action.yml has no input "${name}"`);
}

function unknownOutputs(job: Job): readonly string[] {
  const { outputs: known } = actionMetadata();
  const own = (job.steps ?? []).filter(({ id, uses }) => id !== undefined && isOwnAction(uses));
  return own.flatMap(({ id = '' }) =>
    [...JSON.stringify(job).matchAll(new RegExp(`steps\\.${id}\\.outputs\\.([\\w-]+)`, 'g'))]
      .map(([, name = '']) => name)
      .filter((name) => known[name] === undefined)
      .map((name) => `action.yml has no output "${name}"`),
  );
}

/** A tag can be moved to other code; a commit cannot. The comment tells people, and programs that update it, which version it is. */
function loosePins(text: string): readonly string[] {
  return [...text.matchAll(/^[ -]*uses: *(\S+)(.*)$/gm)]
    .filter(([, uses = '', comment = '']) => {
      const pinned = /@[0-9a-f]{40}$/.test(uses) && /^ # v\d+\.\d+\.\d+$/.test(comment);
      return !pinned && !isOwnAction(uses) && !uses.startsWith('./');
    })
    .map(([, uses = '']) => `${uses} is not pinned to a commit with its version behind it`);
}
