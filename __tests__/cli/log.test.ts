import { readFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { terminalLog, quietLog, type ProgressLog } from '../../src/cli/log.js';
import { PLAIN } from '../../src/report/terminal/look.js';
import { columns } from '../../src/report/terminal/wrap.js';
import { PAYLOADS } from '../support/hostile.js';

const GOLDEN = new URL('../golden/progress/', import.meta.url);

interface Written {
  readonly text: () => string;
  readonly log: ProgressLog;
  /** Lets time pass, in milliseconds. */
  readonly after: (milliseconds: number) => void;
}

function logOn(kind: { readonly isLive: boolean; readonly isVerbose: boolean; readonly width?: number }): Written {
  let text = '';
  let time = 0;
  const stream = { write: (more: string) => (text += more) };
  const look = { palette: PLAIN, width: kind.width ?? 80 };
  return {
    text: () => text,
    log: terminalLog({ stream, look, isLive: kind.isLive, isVerbose: kind.isVerbose, now: () => time }),
    after: (milliseconds) => (time += milliseconds),
  };
}

/** A run from its first to its last word. */
function run({ log, after }: Written): void {
  log.phase('load examples/samba/tightfit.yml');
  log.info('Docker 29.4.3 at unix:///run/docker.sock');
  after(400);
  log.phase('minimize samba');
  log.info('image alpine:3.22');
  log.progress('pull alpine:3.22: 1 of 3 layers');
  after(2100);
  log.info('build examples/samba');
  for (let step = 1; step <= 40; step += 1) {
    log.foreign('build', `#${step} [${step}/40] RUN apk add --no-cache a-package-with-a-long-name-${step}`);
    after(700);
  }
  log.info('run without each of 14 capabilities');
  for (let trial = 1; trial <= 60; trial += 1) {
    log.progress(`trial ${trial} of about 60: without SETUID, ${61 - trial} s left`);
    log.detail('worked, 940 ms; recorded 61 syscalls used, 2 refused, nothing lost');
    after(1000);
    log.tick();
  }
  log.close();
}

/** What a terminal shows of a text in the end. */
function seen(text: string): string {
  return text
    .split('\n')
    .map((line) => line.split('\u001b[2K').at(-1)?.replace(/^\r/u, '').replace(/\r$/u, '') ?? '')
    .join('\n');
}

describe('progress', () => {
  test.each([
    ['piped', { isLive: false, isVerbose: false }],
    ['verbose', { isLive: false, isVerbose: true }],
    ['terminal', { isLive: true, isVerbose: false }],
  ])('%s is as agreed', (name, kind) => {
    const written = logOn(kind);
    run(written);
    const file = new URL(`${name}.txt`, GOLDEN);
    if (process.env['UPDATE_GOLDEN'] === '1') {
      mkdirSync(GOLDEN, { recursive: true });
      writeFileSync(file, seen(written.text()));
    }
    expect(seen(written.text())).toBe(readFileSync(file, 'utf8'));
  });

  test('to a pipe is few lines and never rewrites one', () => {
    const written = logOn({ isLive: false, isVerbose: false });
    run(written);
    expect(written.text().split('\n').length).toBeLessThan(15);
    expect(written.text()).not.toMatch(/[\r\u001b]/u);
  });

  test.each([60, 80, 140])('on a terminal of %i columns never takes a second row', (width) => {
    const written = logOn({ isLive: true, isVerbose: false, width });
    run(written);
    const drawn = written.text().split(/\n|\r\u001b\[2K/u);
    expect(drawn.filter((line) => columns(line) > width)).toEqual([]);
    expect(drawn.some((line) => line.endsWith('…'))).toBe(width < 140);
  });

  test('shows the end of what failed, once', () => {
    for (const isLive of [true, false]) {
      const written = logOn({ isLive, isVerbose: false });
      for (let line = 1; line <= 100; line += 1) written.log.foreign('build', `line ${line}`);
      written.log.failed('build');
      written.log.failed('build');
      const lines = seen(written.text()).trimEnd().split('\n');
      expect(lines).toHaveLength(25);
      expect(lines.at(-1)).toBe(' 0:00    build | line 100');
    }
  });

  test('does not repeat what was shown already', () => {
    const written = logOn({ isLive: false, isVerbose: true });
    written.log.foreign('build', 'no such package');
    written.log.failed('build');
    expect(written.text()).toBe(' 0:00    build | no such package\n');
  });

  test('that is quiet tells only the end of what failed', () => {
    let text = '';
    const log = quietLog({ write: (more: string) => (text += more) });
    log.phase('load');
    log.progress('trial 1');
    log.foreign('build', 'no such package');
    expect(text).toBe('');
    log.failed('build');
    expect(text).toBe('  build | no such package\n');
  });

  test('hands no command of others on to a terminal or runner', () => {
    for (const payload of PAYLOADS) {
      const written = logOn({ isLive: false, isVerbose: true });
      written.log.foreign(payload, payload);
      written.log.info(payload);
      written.log.progress(payload);
      expect(written.text()).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f\u202e]|##\[|^\s*::/mu);
    }
  });
});
