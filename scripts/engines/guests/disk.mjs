import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { say, secondsSince } from '../../setup/progress.mjs';
import { MIRROR } from '../tree.mjs';
import { folderOf, KEY } from './places.mjs';
import { ensureTools, must } from './tools.mjs';

const PACKAGES = [
  ...[
    'systemd',
    'systemd-sysv',
    'dbus',
    'dbus-user-session',
    'libpam-systemd',
    'udev',
    'init',
    'openssh-server',
    'sudo',
  ],
  ...['linux-image-cloud-amd64', 'initramfs-tools', 'zstd', 'kmod', 'e2fsprogs', 'iproute2', 'iptables', 'nftables'],
  ...['apparmor', 'docker.io', 'tini', 'nodejs', 'git', 'ca-certificates', 'procps', 'netbase'],
];

const FILES = {
  'etc/hostname': 'guest\n',
  'etc/hosts': '127.0.0.1 localhost guest\n',
  'etc/fstab': 'LABEL=root / ext4 defaults 0 1\n',
  'etc/resolv.conf': 'nameserver 10.0.2.3\n',
  'etc/sudoers.d/runner': 'runner ALL=(ALL) NOPASSWD:ALL\n',
  'etc/systemd/network/10-all.network': '[Match]\nName=en* eth*\n[Network]\nDHCP=ipv4\n',
};

/**
 * Makes sure that a guest's disk, kernel and first file system are there.
 * @param {import('../cells.mjs').GuestCell} cell
 */
export async function ensureDisk(cell) {
  await ensureTools();
  const folder = folderOf(cell);
  const words = wordsFor(cell);
  const mark = join(folder, 'made');
  if (existsSync(mark) && readFileSync(mark, 'utf8') === words.join('\n')) return;
  const start = Date.now();
  say(`engines: making the disk of ${cell.name} with mmdebstrap, some minutes`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const tree = mkdtempSync(join(folder, 'tree.'));
  try {
    await must('nice', ['-n', '10', 'mmdebstrap', ...words, cell.suite, tree, MIRROR]);
    await must('mke2fs', ['-q', '-t', 'ext4', '-L', 'root', '-d', tree, join(folder, 'disk.ext4'), '12G']);
  } finally {
    rmSync(tree, { recursive: true, force: true });
  }
  writeFileSync(mark, words.join('\n'));
  say(`engines: made the disk of ${cell.name} in ${secondsSince(start)}`);
}

/** @param {import('../cells.mjs').GuestCell} cell */
function wordsFor(cell) {
  const hook = (/** @type {string} */ text) => `--customize-hook=${text}`;
  return [
    '--variant=minbase',
    '--format=directory',
    `--include=${[...PACKAGES, ...cell.packages].join(',')}`,
    ...['--aptopt=Acquire::Languages "none"', '--aptopt=APT::Install-Recommends "false"'],
    '--aptopt=Acquire::Check-Valid-Until "false"',
    ...['doc', 'locale', 'man'].map((name) => `--dpkgopt=path-exclude=/usr/share/${name}/*`),
    // As on a hosted runner: in the engine's group, with sudo.
    hook('chroot "$1" useradd --create-home --shell /bin/bash --groups docker,sudo runner'),
    ...Object.entries(FILES).map(([path, text]) =>
      hook(`rm -f "$1/${path}"; printf '${text.replaceAll('\n', '\\n')}' > "$1/${path}"`),
    ),
    hook('chmod 440 "$1/etc/sudoers.d/runner"; chroot "$1" systemctl enable systemd-networkd ssh'),
    ...['root', 'home/runner'].map((home) =>
      hook(`mkdir -p "$1/${home}/.ssh"; cp ${KEY}.pub "$1/${home}/.ssh/authorized_keys"`),
    ),
    hook('chroot "$1" chown -R runner:runner /home/runner'),
    hook(`cp "$1"/boot/vmlinuz-* ${folderOf(cell)}/vmlinuz; cp "$1"/boot/initrd.img-* ${folderOf(cell)}/initrd`),
  ];
}
