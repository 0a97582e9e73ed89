import { capture, lastLines } from '../setup/command.mjs';
import { SetupFailure } from '../setup/failure.mjs';

/** The Debian suites whose runtimes are measured, oldest first. */
export const SUITES = ['bookworm', 'trixie', 'forky'];

/**
 * How each is started. What a cgroup limits does not matter here, and crun refuses machines that have both versions of cgroups.
 * @type {Record<string, string[]>}
 */
export const RUNTIMES = { runc: ['/usr/sbin/runc'], crun: ['/usr/bin/crun', '--cgroup-manager=disabled'] };

/**
 * What a runtime says of itself, without a distribution's suffix.
 * @param {import('./machine.mjs').Machine} machine
 * @param {string} name
 * @throws {SetupFailure} where it does not say
 */
export async function versionOf(machine, name) {
  const [program = ''] = RUNTIMES[name] ?? [];
  const [command = '', ...words] = machine.command([program, '--version']);
  const { stdout, stderr } = await capture(command, words);
  const [, version] = /^\w+ version v?(\d+(?:\.\d+)+)/.exec(stdout) ?? [];
  if (version !== undefined) return version;
  throw new SetupFailure(`${name} --version prints no version:\n${lastLines(`${stdout}${stderr}`, 5)}`);
}
