import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { RuntimeLab } from './runtime-lab.js';

/** An unpacked tree of another release, entered by a process that holds it open. */
export interface RuntimeTree {
  /** A runtime in the tree. */
  readonly lab: (name: RuntimeLab['name']) => RuntimeLab;
  readonly close: () => Promise<void>;
}

const LAB = '/lab';

/**
 * Makes a mount namespace whose root is the tree, with a layer above it that takes what is written and goes with the namespace.
 * A runtime cannot be started in a plain chroot: it changes the root itself.
 */
export async function enterTree(tree: string, folder: string): Promise<RuntimeTree> {
  const words = ['--mount', '--propagation', 'private', 'sh', '-euc', ENTER, 'enter', tree, folder];
  const holder = startAsRoot('unshare', words);
  const [said] = (await once(holder.stdout ?? holder, 'data')) as [Buffer];
  const pid = said.toString().trim();
  const enter = ['nsenter', `--target=${pid}`, '--mount', `--root=/proc/${pid}/root`, '--wd=/'];
  return {
    lab: (name) => ({ name, command: [...enter, name], folder, seenAs: LAB }),
    close: async () => {
      const ended = once(holder, 'exit');
      holder.stdin?.end();
      await ended;
    },
  };
}

/** Ends when its standard input does. */
const ENTER = `
mount -t tmpfs tmpfs /mnt
mkdir /mnt/above /mnt/work /mnt/root
mount -t overlay -o "lowerdir=$1,upperdir=/mnt/above,workdir=/mnt/work" overlay /mnt/root
cd /mnt/root
mkdir -p proc sys dev run tmp ${LAB.slice(1)} old
mount -t proc proc proc
mount --rbind /sys sys
mount -t cgroup2 cgroup2 sys/fs/cgroup
mount --rbind /dev dev
mount -t tmpfs tmpfs run
mount --bind "$2" ${LAB.slice(1)}
pivot_root . old
echo $$
read -r _ || true
`;

function startAsRoot(program: string, words: readonly string[]): ChildProcess {
  const [first, ...rest] = process.getuid?.() === 0 ? [program, ...words] : ['sudo', '-n', program, ...words];
  return spawn(first, rest, { stdio: ['pipe', 'pipe', 'inherit'] });
}
