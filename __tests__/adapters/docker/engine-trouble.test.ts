import { describe, expect, test } from '@jest/globals';
import { ask } from '../../../src/adapters/docker/ask.js';
import { unixAddress, type Endpoint } from '../../../src/adapters/docker/address.js';
import { engineTrouble, machineAdvice, pullAdvice, wordsOf } from '../../../src/adapters/docker/engine-trouble.js';
import { startRefusal } from '../../../src/adapters/docker/start-refusal.js';
import { EnvironmentError, UsageError } from '../../../src/core/errors.js';

const ENDPOINT: Endpoint = { address: unixAddress('/run/x.sock'), certificates: null };

/** As docker-modem makes it. */
function failure(statusCode: number, message: string): Error {
  const error = new UsageError(`(HTTP code ${statusCode}) server error - ${message} `);
  return Object.assign(error, { statusCode, json: { message } });
}

const OCI = 'failed to create shim task: OCI runtime create failed: runc create failed: ';

/** Seen from Docker 20.10 with runc 1.1.5, unless said otherwise. */
const REFUSED: readonly (readonly [number, string])[] = [
  [500, `${OCI}string SCMP_ACT_NOPE is not a valid action for seccomp: unknown`],
  [500, `${OCI}unable to start container process: listenerPath is not set: unknown`],
  [400, `${OCI}unable to start container process: exec: "/nosuch": stat /nosuch: no such file or directory: unknown`],
  [400, `${OCI}unable to start container process: exec: "/etc/passwd": permission denied: unknown`],
  [
    500,
    `${OCI}unable to start container process: error during container init: write /proc/sys/kernel/msgmax: invalid argument`,
  ],
  [500, 'cannot start a stopped process: unknown'],
  [500, 'bind-mount /proc/21461/ns/net -> /var/run/docker/netns/62d11f6b94c0: no such file or directory'],
  [500, "'name' and 'names' were specified in the seccomp profile, use either 'name' or 'names'"],
  [500, 'Decoding seccomp profile failed: invalid character'],
  [500, 'unable to find user nosuch: no matching entries in passwd file'],
  [500, 'Unable to find group nosuch: no matching entries in group file'],
  [500, 'Cannot mkdir: /etc/passwd is not a directory'],
  [400, 'invalid tmpfs option ["foo"]'],
  // crun 1.8 through Podman.
  [500, 'crun: setresuid: Operation not permitted: OCI permission denied'],
];

/** Trouble of the machine: said words, and what the advice has to name. */
const TROUBLE: readonly (readonly [number, string, RegExp])[] = [
  [500, 'mkdir /var/lib/docker/overlay2/x: no space left on device', /docker system prune/],
  [
    500,
    `${OCI}unable to start container process: unable to init seccomp: error loading seccomp filter into kernel: errno 524`,
    /bpf_jit_limit/,
  ],
  [
    500,
    `${OCI}unable to start container process: unable to apply caps: operation not permitted: unknown`,
    /capability/,
  ],
  [
    500,
    `${OCI}unable to start container process: error setting rlimits for ready process: error setting rlimit type 7: operation not permitted`,
    /capability/,
  ],
  [500, 'failed to start shim: start failed: fork/exec /usr/bin/containerd-shim: cannot allocate memory', /stop other/],
  [500, `${OCI}unable to retrieve OCI runtime error (open log.json: no such file)`, /reinstall/],
  // Docker 26.1.
  [
    400,
    'invalid CapAdd: capability not supported by your kernel or not available in the current environment: "CAP_SYS_RESOURCE"',
    /capability/,
  ],
  [404, 'No such container: abc', /what the engine says/],
  [500, 'something nobody has seen yet', /what the engine says/],
];

describe('startRefusal', () => {
  test.each(REFUSED)('takes %i %s for the container', (status, words) => {
    expect(startRefusal(failure(status, words))).toBe(words);
  });

  test.each(TROUBLE)('does not blame the container for %i %s', (status, words) => {
    expect(startRefusal(failure(status, words))).toBeNull();
  });

  test('does not blame the container when the engine is gone', () => {
    expect(startRefusal(Object.assign(new UsageError('socket hang up'), { code: 'ECONNRESET' }))).toBeNull();
  });
});

describe('engineTrouble', () => {
  test.each(TROUBLE)('says what to do about %i %s', (status, words, advice) => {
    expect(engineTrouble(ENDPOINT, 'start a container', failure(status, words))).toMatchObject({
      name: 'EnvironmentError',
      message: `the engine could not start a container: ${words}`,
      advice: expect.stringMatching(advice) as unknown,
    });
  });

  test('names the engine that does not answer', () => {
    const error = Object.assign(new UsageError('connect ECONNREFUSED /run/x.sock'), { code: 'ECONNREFUSED' });
    expect(engineTrouble(ENDPOINT, 'describe itself', error)).toMatchObject({
      name: 'EnvironmentError',
      message: 'the engine at unix:///run/x.sock does not answer (ECONNREFUSED), so it could not describe itself',
    });
  });

  test('keeps what is already said well', () => {
    const error = new EnvironmentError('message', 'advice');
    expect(engineTrouble(ENDPOINT, 'x', error)).toBe(error);
  });

  test('does not take a mistake of ours for trouble', () => {
    const error = new TypeError('undefined is not a function');
    expect(engineTrouble(ENDPOINT, 'x', error)).toBe(error);
  });

  test('finds the words in a message of the client library', () => {
    const error = Object.assign(new UsageError('(HTTP code 404) no such container - No such container: a-b '), {
      statusCode: 404,
    });
    expect(wordsOf(error)).toBe('No such container: a-b');
  });
});

describe('machineAdvice', () => {
  test('has none for a program that may not be executed', () => {
    expect(machineAdvice('exec: "/x": permission denied')).toBeNull();
  });
});

describe('pullAdvice', () => {
  test.each([
    ['toomanyrequests: You have reached your pull rate limit', /docker login.*wait/],
    ['pull access denied for x, repository does not exist or may require docker login', /name of the image/],
    ['manifest for debian:nope not found: manifest unknown', /name of the image/],
    ['Get "https://registry-1.docker.io/v2/": dial tcp: lookup registry-1.docker.io: no such host', /network/],
    ['write /var/lib/docker/tmp/x: no space left on device', /prune/],
    ['something else', /name of the image and the network/],
  ])('says what to do about %s', (words, advice) => {
    expect(pullAdvice(words)).toMatch(advice);
  });
});

describe('ask', () => {
  const never = (): Promise<never> => new Promise(() => undefined);

  test('does not wait for ever', async () => {
    await expect(ask(ENDPOINT, { doing: 'inspect a container', patience: 5 }, never)).rejects.toThrow(
      'the engine at unix:///run/x.sock did not inspect a container within 0.005 s',
    );
  });

  test("rejects with the signal's reason", async () => {
    const reason = new UsageError('enough');
    const controller = new AbortController();
    const asked = ask(ENDPOINT, { doing: 'wait', patience: 0, signal: controller.signal }, never);
    controller.abort(reason);
    await expect(asked).rejects.toBe(reason);
  });

  test('does not begin when the signal has aborted', async () => {
    const calls: string[] = [];
    const asked = ask(ENDPOINT, { doing: 'wait', signal: AbortSignal.abort(new UsageError('enough')) }, () => {
      calls.push('called');
      return Promise.resolve();
    });
    await expect(asked).rejects.toThrow('enough');
    expect(calls).toEqual([]);
  });
});
