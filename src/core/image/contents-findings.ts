import type { Finding } from '../finding.js';
import { countOf, listNames } from '../fit/list-names.js';
import type { Program, SecretFile } from './contents.js';
import { aboutImage, layerWords, listPaths, type ContentsSubject } from './contents-subject.js';
import { privilegedFindings } from './privileged-findings.js';

/** What in an image is worth a change or worth knowing. */
export function contentsFindings(subject: ContentsSubject): readonly Finding[] {
  return [
    ...privilegedFindings(subject),
    ...worldWritable(subject),
    ...secrets(subject),
    ...extraRoots(subject),
    ...programs(subject, 'shell'),
    ...programs(subject, 'package manager'),
  ];
}

function worldWritable(subject: ContentsSubject): readonly Finding[] {
  const { contents, service } = subject;
  const total = contents.counts.worldWritable;
  if (total === 0) return [];
  const { readOnly } = service.run;
  const consequence = readOnly
    ? 'The root filesystem is read-only, so that nobody can'
    : 'Whoever takes one process over can change what the others read or execute';
  return [
    aboutImage(subject, 'world-writable', {
      severity: readOnly ? 'note' : 'warning',
      message: `everybody may write to ${countOf(total, 'path')} of the image: ${listPaths(subject, contents.worldWritable, total)}. ${consequence}`,
      advice: `${readOnly ? '' : 'Set read_only: true, and '}${readOnly ? 'T' : 't'}ake the right away: RUN chmod o-w PATH.`,
      grants: ['read_only'],
    }),
  ];
}

function secrets(subject: ContentsSubject): readonly Finding[] {
  const { contents } = subject;
  return contents.secrets.map((secret) =>
    aboutImage(subject, 'secret-in-image', {
      message: `the image has ${secret.path}, by its name ${article(secret.kind)} (${layerWords(contents, secret.layer)})${removed(secret)}: whoever gets the image has it`,
      advice: `Keep it out of the build context (.dockerignore) or give it to the build only (RUN --mount=type=secret), and replace it where it was in use.`,
    }),
  );
}

function removed({ removedIn }: SecretFile): string {
  return removedIn === null
    ? ''
    : `, and layer ${removedIn} removes or replaces it, which leaves it in the layer below`;
}

function article(noun: string): string {
  return /^[aeio]|^SSH|^npm/.test(noun) || noun.startsWith('AWS') || noun.startsWith('Azure')
    ? `an ${noun}`
    : `a ${noun}`;
}

function extraRoots(subject: ContentsSubject): readonly Finding[] {
  const extra = subject.contents.accounts.filter(({ name, uid }) => uid === 0 && name !== 'root');
  return extra.map(({ name, layer }) =>
    aboutImage(subject, 'extra-root-account', {
      message: `the account "${name}" has root's number 0 (${layerWords(subject.contents, layer)}): whoever becomes it is root under another name`,
      advice: `Remove it from /etc/passwd, or give it a number of its own.`,
    }),
  );
}

const PROGRAM_RULES = { shell: 'shell-present', 'package manager': 'package-manager-present' } as const;

const PROGRAM_USES = {
  shell: 'who finds a way to execute a program has one that executes all others',
  'package manager': 'who finds a way in can add programs',
} as const;

function programs(subject: ContentsSubject, kind: Program['kind']): readonly Finding[] {
  const rows = subject.contents.programs.filter((row) => row.kind === kind);
  if (rows.length === 0) return [];
  return [
    aboutImage(subject, PROGRAM_RULES[kind], {
      message: `the image has ${listNames(rows.map(({ path }) => path))}: ${PROGRAM_USES[kind]}`,
      advice: 'Nothing, unless the service can do without: then build on a base image that has none.',
    }),
  ];
}
