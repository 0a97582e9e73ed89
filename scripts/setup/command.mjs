import { spawn } from 'node:child_process';
import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Root's shells do not always have the sbin folders on PATH; the engine and iptables live there. */
const SEARCH_PATH = [process.env.PATH ?? '', '/usr/sbin', '/sbin', '/usr/bin', '/bin'].join(delimiter);

/**
 * The environment every command of the set-up runs in.
 * @param {Record<string, string | undefined>} [extra]
 */
export function commandEnvironment(extra = {}) {
  return { ...process.env, PATH: SEARCH_PATH, ...extra };
}

/**
 * The absolute path of a command, or undefined where it is not installed.
 * @param {string} name
 * @returns {string | undefined}
 */
export function findCommand(name) {
  return SEARCH_PATH.split(delimiter)
    .filter((folder) => folder.startsWith('/'))
    .map((folder) => join(folder, name))
    .find(isExecutableFile);
}

/** @param {string} path */
function isExecutableFile(path) {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/**
 * @typedef {object} CommandResult
 * @property {number} code exit code; 127 when the command is missing, 128 + n when signal n ended it
 * @property {string} stdout
 * @property {string} stderr
 */

/**
 * Runs a command to its end and keeps its output.
 * @param {string} command
 * @param {string[]} args
 * @param {{ env?: Record<string, string | undefined>, cwd?: string, timeoutMs?: number }} [options]
 * @returns {Promise<CommandResult>}
 */
export function capture(command, args, options = {}) {
  return finish(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
}

/**
 * The same, with what it says on stderr shown at once.
 * @param {string} command
 * @param {string[]} args
 * @param {{ env?: Record<string, string | undefined>, cwd?: string }} [options]
 * @returns {Promise<CommandResult>}
 */
export function captureOutput(command, args, options = {}) {
  return finish(command, args, { ...options, stdio: ['ignore', 'pipe', 'inherit'] });
}

/**
 * Runs a command whose output goes straight to this process's stdout and stderr.
 * @param {string} command
 * @param {string[]} args
 * @param {{ env?: Record<string, string | undefined>, cwd?: string, stdout?: 'inherit' | 'ignore' | 'stderr' }} [options]
 *   `stdout`: where the command's stdout goes
 * @returns {Promise<number>} the exit code
 */
export async function passThrough(command, args, { stdout = 'inherit', ...options } = {}) {
  return (await finish(command, args, { ...options, stdio: ['inherit', stdout === 'stderr' ? 2 : stdout, 'inherit'] }))
    .code;
}

/**
 * @param {string} command
 * @param {string[]} args
 * @param {{ env?: Record<string, string | undefined>, cwd?: string, timeoutMs?: number, stdio: import('node:child_process').StdioOptions }} options
 * @returns {Promise<CommandResult>}
 */
function finish(command, args, options) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      env: commandEnvironment(options.env),
      cwd: options.cwd,
      timeout: options.timeoutMs,
      stdio: options.stdio,
    });
    const output = { stdout: '', stderr: '' };
    child.stdout?.setEncoding('utf8').on('data', (text) => (output.stdout += text));
    child.stderr?.setEncoding('utf8').on('data', (text) => (output.stderr += text));
    child.on('error', (error) => resolve({ ...output, stderr: error.message, code: 127 }));
    child.on('close', (code, signal) => resolve({ ...output, code: code ?? signalCode(signal) }));
  });
}

/** @param {NodeJS.Signals | null} signal */
function signalCode(signal) {
  return signal === 'SIGINT' ? 130 : signal === 'SIGKILL' ? 137 : 143;
}

/**
 * The last lines of a text, for messages that quote a log.
 * @param {string} text
 * @param {number} count
 */
export function lastLines(text, count) {
  return text.trimEnd().split('\n').slice(-count).join('\n');
}
