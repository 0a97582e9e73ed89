import { beforeAll, describe, expect, it } from '@jest/globals';
import { languageService, type Diagnose } from '../support/workflows/language-service.js';
import { lintWorkflow } from '../support/workflows/lint-workflow.js';

const SHA = '08c6903cd8c0fde910a37f88322edcfb5dd907a8';

const GOOD = `
on: [pull_request]
permissions: { contents: read }
concurrency: { group: one }
jobs:
  check:
    runs-on: ubuntu-latest
    timeout-minutes: 5
    permissions: { contents: read }
    steps:
      - uses: actions/checkout@${SHA} # v5.0.0
        with: { persist-credentials: false }
      - id: fit
        uses: tightfit/tightfit@v1
        with: { policy: tightfit.yml }
      - run: echo "$VERDICT"
        env: { VERDICT: '\${{ steps.fit.outputs.verdict }}' }
`;

let diagnose: Diagnose;

beforeAll(async () => {
  diagnose = await languageService();
});

describe('a workflow', () => {
  it('without a fault has none', async () => {
    expect(lintWorkflow(GOOD)).toEqual([]);
    expect(await diagnose('.github/workflows/x.yml', GOOD)).toEqual([]);
  });

  it.each([
    [
      'an expression in a script',
      'echo "$VERDICT"',
      'echo ${{ github.head_ref }}',
      '${{ github.head_ref }} in a script: pass it by env',
    ],
    [
      'an expression in a script of github-script',
      'with: { policy: tightfit.yml }',
      'with: { policy: x.yml, script: "${{ github.event.issue.title }}" }',
      '${{ github.event.issue.title }} in a script: pass it by env',
    ],
    [
      'no permissions',
      'permissions: { contents: read }\nconcurrency',
      'concurrency',
      'permissions: none are declared for the workflow',
    ],
    [
      'write permission for all jobs',
      '{ contents: read }\nconcurrency',
      '{ issues: write }\nconcurrency',
      'permissions: every job may write',
    ],
    [
      'every permission for a job',
      '    permissions: { contents: read }',
      '    permissions: write-all',
      'check: may write everything',
    ],
    ['no time limit', '    timeout-minutes: 5\n', '', 'check: no timeout-minutes'],
    ['runs on top of each other', 'concurrency: { group: one }\n', '', 'check: no concurrency'],
    [
      'a checkout that keeps its token',
      'with: { persist-credentials: false }',
      'with: { fetch-depth: 2 }',
      'checkout leaves its token in .git/config: persist-credentials: false',
    ],
    [
      'a tag',
      `checkout@${SHA} # v5.0.0`,
      'checkout@v5',
      'actions/checkout@v5 is not pinned to a commit with its version behind it',
    ],
    [
      'a commit of no version',
      ' # v5.0.0',
      '',
      `actions/checkout@${SHA} is not pinned to a commit with its version behind it`,
    ],
    ['an input that there is not', 'policy: tightfit.yml', 'polcy: tightfit.yml', 'action.yml has no input "polcy"'],
    ['an output that there is not', 'outputs.verdict', 'outputs.verdikt', 'action.yml has no output "verdikt"'],
  ])('with %s is found out', (_, right, wrong, message) => {
    expect(GOOD).toContain(right);
    expect(lintWorkflow(GOOD.replace(right, () => wrong))).toContain(message);
  });

  it.each(['pull_request_target', 'workflow_run'])('under %s may not fetch or run code', (event) => {
    const strange = 'a workflow that forks start with privilege fetches or runs code';
    expect(lintWorkflow(GOOD.replace('pull_request', event))).toEqual([strange, strange]);
    expect(lintWorkflow(GOOD.replace('pull_request', event).replace('echo "$VERDICT"', 'git clone x'))).toHaveLength(3);
  });
});

describe('the language service', () => {
  it.each([
    ['a key that there is not', 'timeout-minutes', 'timeout-minute', '8: Unexpected value'],
    ['a permission that there is not', 'contents: read }\nconc', 'content: read }\nconc', '3: Unexpected value'],
    ['an input that action.yml has not', 'policy:', 'polcy:', "15: Invalid action input 'polcy'"],
    ['an expression that means nothing', 'steps.fit.outputs', 'step.fit.outputs', '17: Unrecognized named-value'],
    [
      'a step that is not there',
      'steps.fit.outputs',
      'steps.fitt.outputs',
      '17: Context access might be invalid: fitt',
    ],
  ])('finds %s', async (_, right, wrong, message) => {
    expect(GOOD).toContain(right);
    const found = await diagnose('.github/workflows/x.yml', GOOD.replace(right, wrong));
    expect(found.join('\n')).toContain(message);
  });

  it('finds a runtime that GitHub has not', async () => {
    const text = 'name: x\ndescription: x\nruns:\n  using: node99\n  main: x.js\n';
    expect(await diagnose('action.yml', text)).not.toEqual([]);
  });
});
