import { randomInt } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import type { Host } from '../../ports.js';
import { codeOf } from '../thrown.js';
import { containerProcesses } from './container-processes.js';
import { containerSurroundings } from './container-surroundings.js';
import { containerUsage } from './container-usage.js';

const LETTERS = 'abcdefghijklmnopqrstuvwxyz0123456789';
const NAME_LENGTH = 10;

/** This machine. */
export function createHost(): Host {
  return {
    processes: (container, initPid) => Promise.resolve(containerProcesses('/proc', container, initPid)),
    surroundings: (container, initPid) => Promise.resolve(containerSurroundings('/proc', container, initPid)),
    usage: (container, initPid) => Promise.resolve(containerUsage('/proc', container, initPid)),
    uniqueName,
    owner: { pid: process.pid, bootId: bootId() },
    isAlive,
    cpuCount: availableParallelism(),
  };
}

function uniqueName(): string {
  return Array.from({ length: NAME_LENGTH }, () => LETTERS.charAt(randomInt(LETTERS.length))).join('');
}

/** https://man7.org/linux/man-pages/man5/proc_sys_kernel.5.html; empty where there is no /proc. */
function bootId(): string {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  } catch {
    return '';
  }
}

/** A process of somebody else's cannot be signalled, but lives. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}
