import { spawn } from 'node:child_process';
import { commandEnvironment } from './command.mjs';
import { SetupFailure } from './failure.mjs';
import { say } from './progress.mjs';

/**
 * Runs `work` while holding an exclusive lock on a file, waiting for whoever holds it.
 * The lock is held by a `flock` child (util-linux) that ends when this process does, so a
 * killed set-up leaves no stale lock, and an engine started meanwhile does not inherit it.
 * @template T
 * @param {string} path an existing folder, the file is made
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withLock(path, work) {
  const holder = spawn('flock', ['--exclusive', '--no-fork', path, 'sh', '-c', 'echo locked; exec cat'], {
    env: commandEnvironment(),
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const waiting = setTimeout(() => say('another set-up is at work, waiting for it'), 1000);
  try {
    await new Promise((resolve, reject) => {
      holder.stdout.once('data', resolve);
      holder.once('error', (error) => reject(new SetupFailure(`cannot lock ${path}: ${error.message}`)));
      holder.once('exit', (code) => reject(new SetupFailure(`cannot lock ${path}: flock ended with ${code}`)));
    });
    clearTimeout(waiting);
    return await work();
  } finally {
    clearTimeout(waiting);
    holder.stdin.end();
  }
}
