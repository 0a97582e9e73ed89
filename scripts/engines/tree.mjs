import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { installPackages } from '../setup/apt.mjs';
import { capture, findCommand, lastLines } from '../setup/command.mjs';
import { SetupFailure } from '../setup/failure.mjs';
import { withLock } from '../setup/lock.mjs';
import { say, secondsSince } from '../setup/progress.mjs';
import { STATE, treeOf } from './places.mjs';
import { RUNNER, RUNNER_SUBIDS } from './runner.mjs';

export const MIRROR = 'http://deb.debian.org/debian';

const PACKAGES = [
  ...['docker.io', 'docker-cli', 'docker-buildx', 'docker-compose', 'containerd', 'runc', 'tini', 'rootlesskit'],
  ...['podman', 'crun', 'catatonit', 'netavark', 'aardvark-dns', 'passt', 'fuse-overlayfs', 'slirp4netns', 'uidmap'],
  ...['iptables', 'nftables', 'iproute2', 'procps', 'kmod', 'sudo', 'ca-certificates'],
];

const OPTIONS = [
  '--variant=minbase',
  '--quiet',
  `--include=${PACKAGES.join(',')}`,
  ...['--aptopt=Acquire::Languages "none"', '--aptopt=APT::Install-Recommends "false"'],
  // A mirror that is a snapshot has a signed, but old, list of packages.
  '--aptopt=Acquire::Check-Valid-Until "false"',
  ...['doc', 'locale', 'man'].map((folder) => `--dpkgopt=path-exclude=/usr/share/${folder}/*`),
  `--customize-hook=chroot "$1" groupadd --gid ${RUNNER} runner`,
  `--customize-hook=chroot "$1" useradd --create-home --uid ${RUNNER} --gid ${RUNNER} --shell /bin/bash runner`,
  // useradd may have given it a range already.
  `--customize-hook=echo runner:${RUNNER_SUBIDS} | tee "$1/etc/subuid" > "$1/etc/subgid"`,
];

/**
 * Makes sure that the root tree of a suite is there, with every engine of that suite. What is written to it goes elsewhere: see cell.sh.
 * @param {import('./cells.mjs').Suite} suite
 * @throws {SetupFailure} with the end of mmdebstrap's output
 */
export async function ensureTree(suite) {
  mkdirSync(STATE, { recursive: true, mode: 0o711 });
  await withLock(`${STATE}/lock`, async () => {
    if (!isMade(suite)) await make(suite);
  });
}

/** @param {string} suite */
function markOf(suite) {
  return `${treeOf(suite)}.made`;
}

/** The mark holds the options, so that a tree made by other ones is made anew. @param {string} suite */
function isMade(suite) {
  return existsSync(markOf(suite)) && readFileSync(markOf(suite), 'utf8') === OPTIONS.join('\n');
}

/** @param {string} suite */
async function make(suite) {
  const start = Date.now();
  if (findCommand('mmdebstrap') === undefined) await installPackages(['mmdebstrap', 'debian-archive-keyring']);
  say(`engines: making a root tree of ${suite} with mmdebstrap, about a minute`);
  const folder = `${treeOf(suite)}.new`;
  for (const old of [folder, treeOf(suite), markOf(suite)]) rmSync(old, { recursive: true, force: true });
  const { code, stderr } = await capture('mmdebstrap', [...OPTIONS, suite, folder, MIRROR]);
  if (code !== 0) throw new SetupFailure(`mmdebstrap ${suite} ended with ${code}:\n${lastLines(stderr, 20)}`);
  renameSync(folder, treeOf(suite));
  writeFileSync(markOf(suite), OPTIONS.join('\n'));
  say(`engines: made the tree of ${suite} in ${secondsSince(start)}`);
}
