import { execFile, spawn } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { ROOT } from '../setup/root.mjs';

const run = promisify(execFile);
const PORT = 8080;
/** Seconds of load, and how many connections put it on. */
const LOAD = ['-t1', '-c16', '-d4'];
/** The image's own command on a configuration without a log. */
const QUIET = [
  'sh',
  '-c',
  "sed 's#access_log .*#access_log off;#' /etc/nginx/nginx.conf > /tmp/nginx.conf && cp /etc/nginx/mime.types /tmp && exec nginx -c /tmp/nginx.conf -g 'daemon off;'",
];
/** Before other work on the machine, which would be measured too. */
const FIRST = ['-n', '-15'];

/** The nginx example in a container, under load, one container a time. */
export class Webserver {
  #engine;
  #recorder;
  #image = null;

  #quiet;

  /** @param quiet without an access log, which the engine would have to carry for every request */
  constructor({ engine, recorder, quiet }) {
    this.#engine = engine;
    this.#recorder = recorder;
    this.#quiet = quiet;
  }

  /** Requests a second; of a recorded one the record and the helper's peak memory in MiB too. */
  async serve({ recorded = false, straced = false }) {
    this.#image ??= await this.#docker('build', '-q', join(ROOT, 'examples/nginx'));
    const recording = recorded ? await this.#begin() : null;
    const container = await this.#docker('create', this.#image, ...(this.#quiet ? QUIET : []));
    try {
      await recording?.follow(container, 0);
      await this.#docker('start', container);
      const rate = await this.#load(container, straced);
      const helperMemory = recorded ? peakMemory() : 0;
      await this.#docker('kill', container);
      return { rate, helperMemory, record: (await recording?.end()) ?? null };
    } finally {
      await this.#docker('rm', '-f', container);
    }
  }

  async #begin() {
    const start = await this.#recorder.begin({ local: true, narrowed: [], watched: [] });
    if (start.unavailable !== undefined) throw new Error(start.unavailable.reason);
    return start.recording;
  }

  async #load(container, straced) {
    const [address, ...pids] = await this.#facts(container);
    await run('renice', [...FIRST, '-p', ...pids]);
    const attach = pids.flatMap((pid) => ['-p', pid]);
    const strace = straced ? spawn('strace', ['-f', '-qq', '-o', '/dev/null', ...attach], { stdio: 'ignore' }) : null;
    await sleep(500);
    const { stdout } = await run('nice', [...FIRST, 'wrk', ...LOAD, `http://${address}:${PORT}/`]);
    strace?.kill();
    return Number(/Requests\/sec:\s+([\d.]+)/.exec(stdout)?.[1]);
  }

  /** Address and host pids, once its worker runs. */
  async #facts(container) {
    for (;;) {
      const address = await this.#docker('inspect', '-f', '{{.NetworkSettings.IPAddress}}', container);
      const pids = (await this.#docker('top', container, '-o', 'pid'))
        .split('\n')
        .slice(1)
        .map((pid) => pid.trim());
      if (pids.length >= 2) return [address, ...pids];
      await sleep(100);
    }
  }

  async #docker(...words) {
    return (await run('docker', ['--host', this.#engine, ...words])).stdout.trim();
  }
}

/** Of the one helper that runs, in MiB. */
function peakMemory() {
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    const [, script = ''] = textOf(`/proc/${pid}/cmdline`).split('\0');
    if (!/tightfit-bench-\w+\/recorder\.js$/.test(script)) continue;
    return Math.round(Number(/VmHWM:\s+(\d+)/.exec(textOf(`/proc/${pid}/status`))?.[1]) / 1024);
  }
  return 0;
}

function textOf(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
