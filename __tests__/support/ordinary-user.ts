import { execFile, execFileSync } from 'node:child_process';
import { rmSync, statSync, writeFileSync } from 'node:fs';
import { ROOT, type Ended } from './cli.js';

/** Somebody who may talk to the engine and is not root, as on a hosted runner. */
export interface OrdinaryUser {
  /** Runs `tightfit WORDS` as this user. */
  readonly tightfit: (words: readonly string[]) => Promise<Ended>;
  readonly remove: () => void;
}

/**
 * Makes such a user in the engine's group. Whoever runs the tests without being root is one already, with the sudo rights they
 * have.
 */
export function ordinaryUser(name: string, { sudo }: { readonly sudo: boolean }): OrdinaryUser {
  if (process.getuid?.() !== 0)
    return { tightfit: (words) => run(process.execPath, bundle(words)), remove: () => undefined };
  const sudoers = `/etc/sudoers.d/${name}`;
  execFileSync('useradd', ['--no-create-home', '--shell', '/bin/sh', '--groups', groupOfEngine(), name]);
  const { uid, gid } = idsOf(name);
  if (sudo) writeFileSync(sudoers, `${name} ALL=(ALL) NOPASSWD: ALL\n`, { mode: 0o440 });
  return {
    tightfit: (words) => {
      const become = [`--reuid=${uid}`, `--regid=${gid}`, '--init-groups', '--'];
      return run('setpriv', [...become, process.execPath, ...bundle(words)]);
    },
    remove: () => {
      rmSync(sudoers, { force: true });
      execFileSync('userdel', [name]);
    },
  };
}

function bundle(words: readonly string[]): readonly string[] {
  return [`${ROOT}/dist/cli.js`, ...words];
}

function run(program: string, words: readonly string[]): Promise<Ended> {
  const env = { PATH: process.env['PATH'], DOCKER_HOST: process.env['DOCKER_HOST'], HOME: '/nonexistent' };
  return new Promise((done) => {
    execFile(program, [...words], { cwd: '/', env, maxBuffer: 64 * 1024 * 1024 }, (error, stdout, stderr) => {
      done({ code: error === null ? 0 : typeof error.code === 'number' ? error.code : -1, stdout, stderr });
    });
  });
}

/** Of the socket that the engine listens on. */
function groupOfEngine(): string {
  const socket = (process.env['DOCKER_HOST'] ?? 'unix:///var/run/docker.sock').replace(/^unix:\/\//, '');
  return String(statSync(socket).gid);
}

function idsOf(name: string): { readonly uid: number; readonly gid: number } {
  const id = (flag: string): number => Number(execFileSync('id', [flag, name], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}
