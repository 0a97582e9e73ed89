import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { capture } from './command.mjs';

/** Asked by invoke-rc.d and deb-systemd-invoke before any service is started; 101 means no. See invoke-rc.d(8). */
const POLICY = '/usr/sbin/policy-rc.d';
const SET_ASIDE = '/usr/sbin/policy-rc.d.before-tightfit';
const MARK = '# Written by the tightfit set-up while it installs packages.';
const SCRIPT = `#!/bin/sh\n${MARK}\nexit 101\n`;
const FORBIDDEN = 101;

/**
 * Runs `work` while packages may not start services, and puts the machine's own policy back
 * afterwards, also on Ctrl-C. What a killed set-up left is put right at the next one.
 * @template T
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withoutServiceStarts(work) {
  restore();
  if (existsSync(POLICY) && (await capture(POLICY, ['docker', 'start'])).code === FORBIDDEN) return work();
  const onSignal = () => {
    restore();
    process.exit(130);
  };
  process.on('SIGINT', onSignal).on('SIGTERM', onSignal);
  try {
    if (existsSync(POLICY)) renameSync(POLICY, SET_ASIDE);
    writeFileSync(POLICY, SCRIPT, { mode: 0o755 });
    return await work();
  } finally {
    restore();
    process.off('SIGINT', onSignal).off('SIGTERM', onSignal);
  }
}

function restore() {
  if (existsSync(POLICY) && readFileSync(POLICY, 'utf8').includes(MARK)) rmSync(POLICY);
  if (existsSync(SET_ASIDE) && !existsSync(POLICY)) renameSync(SET_ASIDE, POLICY);
}
