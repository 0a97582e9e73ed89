import { UsageError } from '../../core/errors.js';

/** An engine behind ssh: `ssh://[USER@]HOST[:PORT][/path/of/its/socket]`. */
export interface SshAddress {
  readonly kind: 'ssh';
  readonly url: string;
  /** `null`: as ssh's own configuration has it, as with the port. */
  readonly user: string | null;
  readonly host: string;
  readonly port: number | null;
  /** Of the engine's socket there; `null`: the usual one. */
  readonly socketPath: string | null;
}

/** No part may begin with a dash, which ssh could take for an option, or hold anything that a shell would read. */
const SSH =
  /^ssh:\/\/(?:([a-zA-Z0-9_][\w.+-]*)@)?([a-zA-Z0-9_][\w.-]*|\[[0-9a-fA-F:.]+\])(?::(\d{1,5}))?(?:\/|(\/[\w./+-]+))?$/;

/**
 * Reads an address as the docker CLI does, but without a password. Throws UsageError, naming the source, for anything else.
 * https://github.com/docker/cli/blob/v28.5.2/cli/connhelper/ssh/ssh.go
 */
export function parseSshAddress(url: string, source: string): SshAddress {
  const [, user, host, port, socketPath] = SSH.exec(url) ?? [];
  if (host === undefined || Number(port ?? 1) < 1 || Number(port ?? 1) > 65_535) {
    const shown = JSON.stringify(url.replace(/:[^:@/]*@/, ':***@'));
    throw new UsageError(`invalid ${source} ${shown}: expected ssh://USER@HOST:PORT, without a password`);
  }
  return {
    kind: 'ssh',
    url,
    user: user ?? null,
    host: host.replace(/^\[|\]$/g, ''),
    port: port === undefined ? null : Number(port),
    socketPath: socketPath ?? null,
  };
}

/**
 * The arguments of ssh for one connection to the engine: the docker CLI there passes bytes on to its socket. Never asks anybody for
 * anything.
 * https://github.com/docker/cli/blob/v28.5.2/cli/connhelper/connhelper.go (getConnectionHelper)
 */
export function sshArguments({ user, host, port, socketPath }: SshAddress): readonly string[] {
  return [
    ...['-T', '-o', 'ConnectTimeout=30', '-o', 'BatchMode=yes'],
    ...(user === null ? [] : ['-l', user]),
    ...(port === null ? [] : ['-p', String(port)]),
    ...['--', host, 'docker'],
    ...(socketPath === null ? [] : ['--host', `unix://${socketPath}`]),
    ...['system', 'dial-stdio'],
  ];
}
