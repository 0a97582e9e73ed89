import type { Program } from './contents.js';
import type { LayerFile } from './layer-file.js';
import { secretEvidence, secretKind } from './secret-kind.js';

/** An entry of a layer that may be worth telling. */
export interface NotableFile {
  readonly file: LayerFile;
  readonly isPrivileged: boolean;
  readonly isWorldWritable: boolean;
  readonly program: Program['kind'] | null;
  /** What kind of secret it is. */
  readonly secret: string | null;
  /** The list of accounts; `null` for every other file. */
  readonly accounts: string | null;
}

const ACCOUNTS = '/etc/passwd';
const ACCOUNTS_READ = 1 << 20;

const SETUID = 0o4000;
const SETGID = 0o2000;
const STICKY = 0o1000;
const OTHERS_WRITE = 0o002;

const UTF8 = new TextDecoder();

/** How many bytes of a file's beginning `notable` looks at. */
export function evidenceOf({ path }: LayerFile): number {
  return path === ACCOUNTS ? ACCOUNTS_READ : secretEvidence(path);
}

/** What is notable about an entry of a layer; `null` when nothing is. */
export function notable(file: LayerFile, content: Uint8Array): NotableFile | null {
  const { path, type, mode, capability } = file;
  if (type === 'other') return null;
  const isFile = type === 'file' || type === 'hard-link';
  const text = content.length === 0 ? '' : UTF8.decode(content);
  const found = {
    file: { ...file, capability: capability?.slice() ?? null },
    isPrivileged: isFile && ((mode & (SETUID | SETGID)) !== 0 || capability !== null),
    isWorldWritable: (mode & OTHERS_WRITE) !== 0 && (isFile || (type === 'folder' && (mode & STICKY) === 0)),
    program: type === 'folder' ? null : programKind(path),
    secret: type === 'link' ? null : secretKind(path, text),
    accounts: isFile && path === ACCOUNTS ? text : null,
  };
  const { isPrivileged, isWorldWritable, program, secret, accounts } = found;
  return isPrivileged || isWorldWritable || program !== null || secret !== null || accounts !== null ? found : null;
}

/** Whether a file's mode has the bit that gives its owner's rights to whoever executes it. */
export function isSetuid(mode: number): boolean {
  return (mode & SETUID) !== 0;
}

/** Likewise for its group's. */
export function isSetgid(mode: number): boolean {
  return (mode & SETGID) !== 0;
}

const PROGRAM = /^\/(?:usr\/)?(?:local\/)?s?bin\/([\w.-]+)$/;
const SHELLS = new Set(['sh', 'bash', 'dash', 'ash', 'zsh', 'ksh', 'fish', 'busybox', 'toybox']);
const PACKAGE_MANAGERS = new Set([
  'apt',
  'apt-get',
  'dpkg',
  'apk',
  'dnf',
  'microdnf',
  'yum',
  'rpm',
  'zypper',
  'pacman',
  'opkg',
  'pip',
  'pip3',
  'npm',
]);

function programKind(path: string): Program['kind'] | null {
  const name = PROGRAM.exec(path)?.[1] ?? '';
  if (SHELLS.has(name)) return 'shell';
  return PACKAGE_MANAGERS.has(name) ? 'package manager' : null;
}
