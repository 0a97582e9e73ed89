import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { SetupFailure } from '../setup/failure.mjs';

/**
 * A mount namespace whose root is a suite's tree, so that its runtimes find their own libraries and `pivot_root` works, which it
 * does not in a chroot. The shell holds the namespace until its stdin is closed.
 */
const HOLD = `set -e
loader=$(readlink -f /lib64/ld-linux-x86-64.so.2)
mount --bind "$1" "$1"
cd "$1"
mkdir -p proc sys dev run tmp old floor
mount -t proc proc proc
mount --rbind /sys sys
mount --rbind /dev dev
[ ! -d sys/fs/cgroup/unified ] || mount -t tmpfs tmpfs sys/fs/cgroup/unified
mount -t tmpfs tmpfs run
mount --bind "$2" floor
pivot_root . old
cd /
"/old$loader" --library-path "/old\${loader%/*}" /old/usr/bin/umount -l /old
echo ready
read -r end || true`;

/**
 * @typedef {object} Machine
 * @property {(words: string[]) => string[]} command the words of a command that runs inside
 * @property {() => Promise<void>} leave
 */

/**
 * @param {string} tree
 * @param {string} work the folder that is at /floor inside
 * @returns {Promise<Machine>}
 */
export async function enterTree(tree, work) {
  const words = ['--mount', '--propagation', 'private', 'sh', '-c', HOLD, 'sh', tree, work];
  const holder = spawn('unshare', words, { stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = once(holder, 'exit');
  const [said] = await Promise.race([once(holder.stdout, 'data'), ended]);
  if (!String(said).startsWith('ready')) throw new SetupFailure(`cannot enter ${tree} (${String(said)})`);
  return {
    command: (inner) => ['nsenter', `--mount=/proc/${String(holder.pid)}/ns/mnt`, ...inner],
    leave: async () => {
      holder.stdin.end();
      await ended;
    },
  };
}
