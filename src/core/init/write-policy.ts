import type { ImageSource } from '../policy/policy.js';
import { PROFILE_NAME, type Draft, type DraftCheck, type DraftRun } from './draft.js';
import { yamlList, yamlText } from './yaml-text.js';

/** Columns of a comment. */
const WIDTH = 100;

const HEAD = `# yaml-language-server: $schema=https://raw.githubusercontent.com/tightfit/tightfit/v1/policy.schema.json
# A first policy, to be edited. Begin with the tests: what they do not exercise counts as not used.
#   tightfit check      builds, runs and tests the service under this policy and gives the verdict
#   tightfit minimize   proves which grants are needed and proposes to remove the others
# Every key: https://github.com/tightfit/tightfit/blob/v1/docs/policy.md
version: 1
services:
`;

/** The policy file that a draft stands for. Foreign text in it is quoted so that it is read back unchanged. */
export function writePolicy(draft: Draft): string {
  const { service, image, run, ready, tests, remarks } = draft;
  const lines = [
    `  ${yamlText(service)}:`,
    ...comment(4, remarks.service),
    `    ${writeImage(image)}`,
    ...writeRun(run, remarks),
    ...comment(4, remarks.ready),
    ...(ready === null ? [] : [`    ready: { ${probe(ready)}, timeout: 30s }`]),
    ...(tests.length === 0 ? [] : ['    tests:', ...comment(6, remarks.tests), ...tests.flatMap(writeTest)]),
  ];
  return `${HEAD}${lines.join('\n')}\n`;
}

/** Sentences as lines of a comment. */
function comment(indent: number, sentences: readonly string[]): readonly string[] {
  const prefix = `${' '.repeat(indent)}# `;
  return sentences.flatMap((sentence) => wrap(sentence, WIDTH - prefix.length).map((line) => `${prefix}${line}`));
}

function wrap(sentence: string, width: number): readonly string[] {
  const lines: string[] = [];
  for (const word of sentence.split(' ')) {
    const line = lines.at(-1);
    if (line !== undefined && line.length + 1 + word.length <= width) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines;
}

function writeImage(image: ImageSource): string {
  if (image.kind === 'image') return `image: ${yamlText(image.reference)}`;
  const dockerfile = image.dockerfile === 'Dockerfile' ? '' : `, dockerfile: ${yamlText(image.dockerfile)}`;
  return `build: { context: ${yamlText(image.context)}${dockerfile} }`;
}

function writeRun(run: DraftRun, remarks: Draft['remarks']): readonly string[] {
  const lines = [
    ...comment(6, remarks.capabilities),
    ...(run.capabilities === null ? [] : ['      cap_drop: [ALL]', ...listed('cap_add', run.capabilities)]),
    ...comment(6, remarks.security),
    ...listed('security_opt', securityOptions(run)),
    ...comment(6, remarks.files),
    ...(run.readOnly ? ['      read_only: true'] : []),
    ...listed('tmpfs', run.tmpfs),
    ...listed('volumes', run.volumes),
    ...comment(6, remarks.user),
    ...(run.user === null ? [] : [`      user: ${yamlText(run.user)}`]),
    ...comment(6, remarks.limits),
    ...(run.pidsLimit === null ? [] : [`      pids_limit: ${run.pidsLimit}`]),
    ...(run.memLimit === null ? [] : [`      mem_limit: ${Math.ceil(run.memLimit / MEBIBYTE)}m`]),
  ];
  const says = lines.some((line) => !line.trimStart().startsWith('#'));
  return says ? ['    run:', ...lines] : lines;
}

const MEBIBYTE = 1024 * 1024;

function securityOptions({ noNewPrivileges, profile }: DraftRun): readonly string[] {
  return [
    ...(noNewPrivileges ? ['no-new-privileges:true'] : []),
    ...(profile === null ? [] : [`seccomp:${PROFILE_NAME}`]),
  ];
}

function listed(key: string, texts: readonly string[]): readonly string[] {
  return texts.length === 0 ? [] : [`      ${key}: ${yamlList(texts)}`];
}

function writeTest(check: DraftCheck): readonly string[] {
  return [`      - name: ${testName(check)}`, `        ${probe(check)}`];
}

function testName(check: DraftCheck): string {
  switch (check.kind) {
    case 'http':
      return `the page on port ${check.port} is served`;
    case 'tcp':
      return `port ${check.port} accepts connections`;
    case 'healthcheck':
    case 'log':
      return 'the service has started';
    case 'quiet-log':
      return 'nothing went wrong';
  }
}

function probe(check: DraftCheck): string {
  switch (check.kind) {
    case 'healthcheck':
      return 'healthcheck: true';
    case 'http': {
      const body = check.contains === '' ? '' : `, body: { contains: ${yamlText(check.contains)} }`;
      return `http: { port: ${check.port}, path: /, status: ${check.status}${body} }`;
    }
    case 'tcp':
      return `tcp: ${check.port}`;
    case 'log':
      return `log: { present: ${yamlText(check.present)} }`;
    case 'quiet-log':
      return "log: { absent: [panic, 'fatal error', 'Segmentation fault'] }";
  }
}
