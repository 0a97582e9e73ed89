import { labelOptions } from '../policy/label-options.js';
import type { RunOptions, Tmpfs, Volume } from '../policy/policy.js';
import { sizeText } from '../policy/size.js';

/**
 * A `run` block as words after `docker run`, not yet quoted for a shell: what confines the service and what it starts with,
 * without the image, its command and its entrypoint. Paths stay relative to the policy's folder.
 * Source: https://docs.docker.com/reference/cli/docker/container/run/
 */
export function runFlags(run: RunOptions): readonly string[] {
  return [...confinementFlags(run), ...processFlags(run), ...fileFlags(run), ...limitFlags(run)];
}

function confinementFlags(run: RunOptions): readonly string[] {
  const { capDrop, capAdd, seccomp, noNewPrivileges, sysctls } = run;
  return [
    ...capDrop.map((name) => `--cap-drop=${name}`),
    ...capAdd.map((name) => `--cap-add=${name}`),
    ...(noNewPrivileges ? ['--security-opt=no-new-privileges'] : []),
    ...(seccomp.kind === 'default'
      ? []
      : [`--security-opt=seccomp=${seccomp.kind === 'file' ? seccomp.path : seccomp.kind}`]),
    ...labelOptions(run).map((option) => `--security-opt=${option}`),
    ...Object.entries(sysctls).map(([name, value]) => `--sysctl=${name}=${value}`),
  ];
}

function processFlags(run: RunOptions): readonly string[] {
  return [
    ...given('--user', run.user),
    ...run.groupAdd.map((group) => `--group-add=${group}`),
    ...Object.entries(run.environment).map(([name, value]) => `--env=${name}=${value}`),
    ...given('--workdir', run.workingDir),
    ...(run.init ? ['--init'] : []),
    ...given('--stop-signal', run.stopSignal),
    ...(run.stopGracePeriod === DEFAULT_GRACE ? [] : [`--stop-timeout=${Math.ceil(run.stopGracePeriod / 1000)}`]),
  ];
}

/** Milliseconds. */
const DEFAULT_GRACE = 10_000;

function fileFlags({ readOnly, tmpfs, volumes }: RunOptions): readonly string[] {
  return [...(readOnly ? ['--read-only'] : []), ...tmpfs.map(tmpfsFlag), ...volumes.map(volumeFlag)];
}

function tmpfsFlag({ path, options }: Tmpfs): string {
  return options === '' ? `--tmpfs=${path}` : `--tmpfs=${path}:${options}`;
}

/** A source without a leading dot or slash would be a volume's name. */
function volumeFlag(volume: Volume): string {
  if (volume.kind === 'anonymous') return `--volume=${volume.target}`;
  const source = /^[./]/.test(volume.source) ? volume.source : `./${volume.source}`;
  return `--volume=${source}:${volume.target}${volume.readOnly ? ':ro' : ''}`;
}

function limitFlags({ pidsLimit, memLimit, cpus, ulimits }: RunOptions): readonly string[] {
  return [
    ...given('--pids-limit', pidsLimit),
    ...(memLimit === null ? [] : [`--memory=${sizeText(memLimit)}`]),
    ...given('--cpus', cpus),
    ...ulimits.map(({ name, soft, hard }) => `--ulimit=${name}=${soft}:${hard}`),
  ];
}

function given(flag: string, value: string | number | null): readonly string[] {
  return value === null ? [] : [`${flag}=${value}`];
}
