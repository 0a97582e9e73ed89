import type { Capability } from '../capability/names.js';
import type { Finding } from '../finding.js';
import { countOf } from '../fit/list-names.js';
import type { PrivilegedFile } from './contents.js';
import { aboutImage, listPaths, type ContentsSubject } from './contents-subject.js';

/** Files whose execution may bring privilege: setuid and setgid bits, file capabilities. */
export function privilegedFindings(subject: ContentsSubject): readonly Finding[] {
  const { contents, bounding } = subject;
  const special = contents.privileged.filter(({ setuid, setgid }) => setuid || setgid);
  const capable = contents.privileged.filter(({ capabilities }) => capabilities.length > 0);
  const barred = capable.filter((file) => cannotBeExecuted(file, bounding));
  return [
    ...(special.length === 0 ? [] : [setuidFile(subject, special)]),
    ...(capable.length === 0 ? [] : [fileCapability(subject, capable)]),
    ...(barred.length === 0 ? [] : [barredFile(subject, barred)]),
  ];
}

function setuidFile(subject: ContentsSubject, files: readonly PrivilegedFile[]): Finding {
  const { noNewPrivileges } = subject.service.run;
  const root = files.filter(({ setuid, uid }) => setuid && uid === 0);
  const fact = `${countOf(files.length, 'file')} in the image ${files.length === 1 ? 'runs' : 'run'} as owner or group whoever executes ${files.length === 1 ? 'it' : 'them'}: ${listPaths(subject, files, files.length)}`;
  return aboutImage(subject, 'setuid-file', {
    severity: noNewPrivileges ? 'note' : 'warning',
    message: `${fact}. ${noNewPrivileges ? 'no-new-privileges takes that away' : reach(subject.bounding, root.length > 0)}`,
    advice: noNewPrivileges ? REMOVE_BITS : `Add "no-new-privileges:true" to security_opt. ${REMOVE_BITS}`,
    grants: ['no-new-privileges'],
  });
}

const REMOVE_BITS = 'Remove the bits where the service does not need them: RUN chmod a-s FILE.';

function reach(bounding: readonly Capability[], asRoot: boolean): string {
  if (!asRoot)
    return "no-new-privileges is off, so any process of the container comes to their owner's or group's rights";
  const brought =
    bounding.length === 0
      ? 'without any capability'
      : `with ${countOf(bounding.length, 'capability').replace(/ys$/, 'ies')}`;
  return `no-new-privileges is off, so any process of the container can become root, ${brought}`;
}

function fileCapability(subject: ContentsSubject, files: readonly PrivilegedFile[]): Finding {
  const { service, bounding } = subject;
  const { noNewPrivileges } = service.run;
  const brought = held(files, bounding);
  const isOpen = !noNewPrivileges && brought.length > 0;
  return aboutImage(subject, 'file-capability', {
    severity: isOpen ? 'warning' : 'note',
    message: `${countOf(files.length, 'file')} in the image ${files.length === 1 ? 'has' : 'have'} capabilities: ${listPaths(subject, files, files.length)}. ${effectWords(brought, noNewPrivileges)}`,
    advice: `${isOpen ? 'Add "no-new-privileges:true" to security_opt. ' : ''}Remove them where the service does not need them: RUN setcap -r FILE.`,
    grants: brought,
  });
}

function effectWords(brought: readonly Capability[], noNewPrivileges: boolean): string {
  if (brought.length === 0) return 'The container holds none of them, so they bring nothing';
  if (noNewPrivileges) return 'no-new-privileges takes them away';
  return `no-new-privileges is off, so whoever executes them gets ${brought.join(', ')}`;
}

/** What files bring that the bounding set has, in bit order. */
function held(files: readonly PrivilegedFile[], bounding: readonly Capability[]): readonly Capability[] {
  return bounding.filter((name) => files.some(({ capabilities }) => capabilities.includes(name)));
}

/** Source: https://github.com/torvalds/linux/blob/v6.12/security/commoncap.c (bprm_caps_from_vfs_caps) */
function cannotBeExecuted({ capabilities, effective }: PrivilegedFile, bounding: readonly Capability[]): boolean {
  return effective && capabilities.some((name) => !bounding.includes(name));
}

function barredFile(subject: ContentsSubject, files: readonly PrivilegedFile[]): Finding {
  const missing = [...new Set(files.flatMap(({ capabilities }) => capabilities))].filter(
    (name) => !subject.bounding.includes(name),
  );
  return aboutImage(subject, 'file-capability', {
    severity: 'note',
    message: `${listPaths(subject, files, files.length)} cannot be executed: ${missing.join(', ')} ${missing.length === 1 ? 'is' : 'are'} not granted, and the kernel refuses with EPERM a file whose capabilities it cannot give`,
    advice: 'Nothing, unless the service needs to execute it: then remove its capabilities (RUN setcap -r FILE).',
    grants: missing,
  });
}
