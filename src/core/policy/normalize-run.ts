import { capabilityRequest } from './capability-name.js';
import type { Cursor } from './cursor.js';
import { normalizeDuration } from './normalize-duration.js';
import { normalizeLimits } from './normalize-limits.js';
import { normalizeCommand } from './normalize-probe.js';
import { normalizeSecurity } from './normalize-security.js';
import type { RunOptions } from './policy.js';
import { parseStopSignal } from './signal.js';
import { normalizePairs, textValue } from './text-value.js';
import { parseTmpfs } from './tmpfs.js';
import { parseVolume } from './volume.js';
import type * as Written from './written.generated.js';

/** The `run` block with every default filled in. The engine's own choice, where it has one, is `null`. */
export function normalizeRun(written: Written.Run, cursor: Cursor): RunOptions {
  return {
    capAdd: cursor.in('cap_add').takeEach(written.cap_add ?? [], capabilityRequest),
    capDrop: cursor.in('cap_drop').takeEach(written.cap_drop ?? [], capabilityRequest),
    ...normalizeSecurity(written.security_opt ?? [], cursor.in('security_opt')),
    readOnly: written.read_only ?? false,
    ...normalizeFiles(written, cursor),
    ...normalizeProcess(written, cursor),
    ...normalizeLimits(written, cursor),
    init: written.init ?? false,
    stopSignal:
      written.stop_signal === undefined
        ? null
        : cursor.in('stop_signal').take(parseStopSignal(written.stop_signal), null),
    stopGracePeriod: normalizeDuration(written.stop_grace_period, cursor.in('stop_grace_period'), {
      shortest: 0,
      otherwise: 10_000,
    }),
    egress: written.networks?.egress ?? false,
  };
}

function normalizeFiles(written: Written.Run, cursor: Cursor): Pick<RunOptions, 'tmpfs' | 'volumes'> {
  const { tmpfs } = written;
  const at = cursor.in('tmpfs');
  const one = typeof tmpfs === 'string' ? at.take(parseTmpfs(tmpfs), null) : null;
  return {
    tmpfs: one === null ? at.takeEach(typeof tmpfs === 'string' ? [] : (tmpfs ?? []), parseTmpfs) : [one],
    volumes: cursor.in('volumes').takeEach(written.volumes ?? [], parseVolume),
  };
}

type ProcessOptions = Pick<RunOptions, 'user' | 'groupAdd' | 'environment' | 'command' | 'entrypoint' | 'workingDir'>;

function normalizeProcess(written: Written.Run, cursor: Cursor): ProcessOptions {
  const groups = cursor.in('group_add');
  return {
    user: written.user === undefined ? null : textValue(written.user, cursor.in('user')),
    groupAdd: (written.group_add ?? []).map((group, index) => textValue(group, groups.in(index))),
    environment: normalizePairs(written.environment, cursor.in('environment')),
    command: normalizeCommand(written.command, cursor.in('command')),
    entrypoint: normalizeCommand(written.entrypoint, cursor.in('entrypoint')),
    workingDir: written.working_dir ?? null,
  };
}
