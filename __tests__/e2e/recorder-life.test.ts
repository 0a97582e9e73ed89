import { rmSync, writeFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { KernelRecord } from '../../src/core/trace/record.js';
import { engineFixture } from '../support/engine-fixture.js';
import { callsIn, Driver, helpers, instancesOf, recorderLab, until } from '../support/recorder-lab.js';

/** What a cancelled job has time for, in milliseconds. */
const SOON = 15_000;
const NOBODY = 65534;

const lab = recorderLab();
const { engine, create } = engineFixture();
const drivers: Driver[] = [];

afterEach(async () => {
  for (const driver of drivers.splice(0)) await driver.close();
});

function drive(options: ConstructorParameters<typeof Driver>[1] = {}): Driver {
  const driver = new Driver(lab, options);
  drivers.push(driver);
  return driver;
}

/** The one helper there is, with an instance of its own. */
async function begunHelper(driver: Driver): Promise<number> {
  expect(await driver.ask('begin')).toEqual({});
  const [pid = 0, ...others] = helpers(lab.script);
  expect(others).toEqual([]);
  expect(instancesOf(pid)).toHaveLength(1);
  return pid;
}

async function recordOf(driver: Driver, command: readonly string[]): Promise<KernelRecord> {
  const container = await create({ command });
  await driver.ask('follow', container, 0);
  await engine.start(container);
  await engine.ended(container, AbortSignal.timeout(60_000));
  return (await driver.ask('end')) as unknown as KernelRecord;
}

describe('nothing is left in the kernel', () => {
  it('when recording ends', async () => {
    const driver = drive();
    const pid = await begunHelper(driver);
    expect((await recordOf(driver, ['true'])).completeness.complete).toBe(true);
    await driver.close();
    expect(instancesOf(pid)).toEqual([]);
    expect(helpers(lab.script)).toEqual([]);
  });

  it('when the one that records is killed', async () => {
    const driver = drive();
    const pid = await begunHelper(driver);
    driver.child.kill('SIGKILL');
    await until(() => instancesOf(pid).length === 0 && helpers(lab.script).length === 0, SOON);
    expect(instancesOf(pid)).toEqual([]);
  });

  it('when the time is over, though the one that records lives', async () => {
    const driver = drive({ lifetime: 1_500 });
    const pid = await begunHelper(driver);
    await until(() => instancesOf(pid).length === 0 && helpers(lab.script).length === 0, SOON);
    expect(await driver.ask('end')).toMatchObject({
      completeness: { complete: false, reasons: [expect.stringContaining('the recorder, which needs root, ended')] },
      used: [],
    });
  });

  it('when it is told to terminate', async () => {
    const pid = await begunHelper(drive());
    process.kill(pid, 'SIGTERM');
    await until(() => instancesOf(pid).length === 0 && helpers(lab.script).length === 0, SOON);
    expect(instancesOf(pid)).toEqual([]);
  });

  it('after the next start, when the helper was killed', async () => {
    const killed = drive();
    const pid = await begunHelper(killed);
    process.kill(pid, 'SIGKILL');
    await until(() => helpers(lab.script).length === 0, SOON);
    expect(instancesOf(pid)).toHaveLength(1);
    expect(await killed.ask('end')).toMatchObject({ completeness: { complete: false } });
    await begunHelper(killed);
    expect(instancesOf(pid)).toEqual([]);
    expect((await recordOf(killed, ['true'])).completeness).toEqual({ complete: true, reasons: [] });
  });
});

describe('a recorder', () => {
  it('goes on when Ctrl-C reaches it: its parent decides', async () => {
    const driver = drive();
    process.kill(await begunHelper(driver), 'SIGINT');
    expect((await recordOf(driver, ['true'])).completeness.complete).toBe(true);
  });

  it('is not swept away by another one that starts', async () => {
    const first = drive();
    const pid = await begunHelper(first);
    const second = drive();
    expect(await second.ask('begin')).toEqual({});
    expect(instancesOf(pid)).toHaveLength(1);
    const record = await recordOf(first, ['ls', '/']);
    expect(record.completeness).toEqual({ complete: true, reasons: [] });
    expect(callsIn(record, 'service')).toContain('getdents64');
  });

  it('serves one exercise after the other', async () => {
    const driver = drive();
    for (const command of ['true', 'ls']) {
      await begunHelper(driver);
      const record = await recordOf(driver, [command]);
      expect(new Set(record.used.filter(({ phase }) => phase === 'service').map(({ program }) => program))).toEqual(
        new Set([command]),
      );
    }
  });

  it('says what is missing when its user may not become root', async () => {
    const answer = await drive({ user: NOBODY }).ask('begin');
    expect(answer).toEqual({
      unavailable: {
        reason: expect.anything() as unknown,
        advice: 'Run as root, or allow password-less sudo for this user.',
      },
    });
    expect(JSON.stringify(answer)).toMatch(/the recorder, which needs root, ended: .*sudo/);
  });
});

describe('an ordinary user who may become root without a password', () => {
  const RULE = '/etc/sudoers.d/tightfit-test';

  beforeAll(() => {
    writeFileSync(RULE, `#${NOBODY} ALL=(root) NOPASSWD: ${process.execPath} ${lab.script} *\n`, { mode: 0o440 });
  });

  afterAll(() => {
    rmSync(RULE);
  });

  it('gets the same record as root, and nothing is left', async () => {
    const records: KernelRecord[] = [];
    for (const user of [undefined, NOBODY]) {
      const driver = drive(user === undefined ? {} : { user });
      await begunHelper(driver);
      records.push(await recordOf(driver, ['ls', '/']));
      await driver.close();
    }
    const [asRoot, asNobody] = records;
    expect(asNobody?.completeness).toEqual({ complete: true, reasons: [] });
    expect(asNobody === undefined ? [] : callsIn(asNobody, 'service')).toEqual(
      asRoot === undefined ? null : callsIn(asRoot, 'service'),
    );
    expect(helpers(lab.script)).toEqual([]);
  });

  it('leaves nothing when it is killed', async () => {
    const driver = drive({ user: NOBODY });
    const pid = await begunHelper(driver);
    driver.child.kill('SIGKILL');
    await until(() => instancesOf(pid).length === 0 && helpers(lab.script).length === 0, SOON);
    expect(instancesOf(pid)).toEqual([]);
  });
});
