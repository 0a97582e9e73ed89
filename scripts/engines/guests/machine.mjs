import { spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { capture, captureOutput, commandEnvironment, lastLines } from '../../setup/command.mjs';
import { SetupFailure } from '../../setup/failure.mjs';
import { say, secondsSince } from '../../setup/progress.mjs';
import { folderOf, KEY } from './places.mjs';
import { must } from './tools.mjs';

/** Where the guest's ssh is on this machine: one guest runs at a time. */
const PORT = '22022';
/** Under emulation a start takes one to four minutes. */
const START_TIMEOUT_MS = 900_000;
const STOP_TIMEOUT_MS = 180_000;
const SSH = [
  ...['-q', '-i', KEY, '-p', PORT, '-o', 'BatchMode=yes', '-o', 'ConnectTimeout=20', '-o', 'ServerAliveInterval=20'],
  ...['-o', 'StrictHostKeyChecking=no', '-o', 'UserKnownHostsFile=/dev/null'],
];

/** Hardware virtualisation where the kernel's modules for it are there; kvm_pvm alone cannot run a distribution's kernel. */
function accelerator() {
  const isThere = ['kvm_amd', 'kvm_intel'].some((name) => existsSync(`/sys/module/${name}`)) && existsSync('/dev/kvm');
  if (isThere) return ['-cpu', 'host', '-accel', 'kvm'];
  return ['-cpu', 'Nehalem', '-accel', 'tcg,thread=multi,tb-size=1024'];
}

/**
 * Starts a guest on a new layer above its disk and waits until it can be logged in to.
 * @param {import('../cells.mjs').GuestCell} cell
 */
export async function boot(cell) {
  if (isRunning(cell)) return;
  const start = Date.now();
  const folder = folderOf(cell);
  const disk = join(folder, 'run.qcow2');
  rmSync(disk, { force: true });
  await must('qemu-img', ['create', '-q', '-f', 'qcow2', '-b', join(folder, 'disk.ext4'), '-F', 'raw', disk]);
  const words = [
    ...['-machine', 'q35', ...accelerator(), '-smp', '2', '-m', '4096', '-display', 'none', '-monitor', 'none'],
    ...['-no-reboot', '-serial', `file:${join(folder, 'console.log')}`],
    ...['-kernel', join(folder, 'vmlinuz'), '-initrd', join(folder, 'initrd')],
    ...['-append', 'root=LABEL=root rw console=ttyS0 quiet'],
    ...['-drive', `file=${disk},if=none,id=d0,cache=unsafe,format=qcow2`, '-device', 'virtio-blk-pci,drive=d0'],
    ...['-netdev', `user,id=n0,hostfwd=tcp:127.0.0.1:${PORT}-:22`, '-device', 'virtio-net-pci,netdev=n0'],
    ...['-device', 'virtio-rng-pci'],
  ];
  const log = openSync(join(folder, 'qemu.log'), 'w');
  const child = spawn('nice', ['-n', '15', 'qemu-system-x86_64', ...words], {
    detached: true,
    stdio: ['ignore', log, log],
    env: commandEnvironment(),
  });
  closeSync(log);
  child.unref();
  writeFileSync(join(folder, 'pid'), String(child.pid));
  await untilItAnswers(cell);
  say(`engines: ${cell.name} started in ${secondsSince(start)}`);
}

/** @param {import('../cells.mjs').GuestCell} cell */
async function untilItAnswers(cell) {
  const deadline = Date.now() + START_TIMEOUT_MS;
  while ((await capture('ssh', [...SSH, 'root@127.0.0.1', 'true'])).code !== 0) {
    const why = !isRunning(cell) ? 'ended' : Date.now() > deadline ? 'did not answer within 15 min' : null;
    if (why !== null) throw new SetupFailure(`${cell.name} ${why}.\n${logEnd(cell)}`);
    await sleep(1000);
  }
}

/** @param {import('../cells.mjs').GuestCell} cell */
function logEnd(cell) {
  const logs = ['qemu.log', 'console.log'].map((name) => join(folderOf(cell), name)).filter((file) => existsSync(file));
  return logs.map((file) => `The end of ${file}:\n${lastLines(readFileSync(file, 'utf8'), 15)}`).join('\n');
}

/** Whether the process whose id was kept is this guest's. @param {import('../cells.mjs').GuestCell} cell */
export function isRunning(cell) {
  const file = join(folderOf(cell), 'pid');
  if (!existsSync(file)) return false;
  const commandLine = `/proc/${readFileSync(file, 'utf8')}/cmdline`;
  return existsSync(commandLine) && readFileSync(commandLine, 'utf8').includes(join(folderOf(cell), 'run.qcow2'));
}

/**
 * A shell's line in the running guest; stderr is shown at once.
 * @param {'root' | 'runner'} user
 * @param {string} line
 */
export function inGuest(user, line) {
  return captureOutput('ssh', [...SSH, `${user}@127.0.0.1`, line], {});
}

/** Copies a file of this machine to root's home in the guest. @param {string} file @param {string} name */
export async function copyIn(file, name) {
  await must('sh', ['-c', 'exec ssh "$@" < "$0"', file, ...SSH, 'root@127.0.0.1', `cat > ${name}`]);
}

/**
 * Powers a guest off; its layer is removed.
 * @param {import('../cells.mjs').GuestCell} cell
 */
export async function powerOff(cell) {
  if (isRunning(cell)) await capture('ssh', [...SSH, 'root@127.0.0.1', 'systemctl poweroff']);
  const deadline = Date.now() + STOP_TIMEOUT_MS;
  while (isRunning(cell) && Date.now() < deadline) await sleep(500);
  if (isRunning(cell)) process.kill(Number(readFileSync(join(folderOf(cell), 'pid'), 'utf8')), 'SIGKILL');
  for (const name of ['run.qcow2', 'pid']) rmSync(join(folderOf(cell), name), { force: true });
}
