import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Where there is a docker command that can use a builder, with what its environment needs for it. */
export function builders(): readonly (readonly [string, NodeJS.ProcessEnv])[] {
  const commands = (process.env.PATH ?? '').split(':').filter((path) => existsSync(join(path, 'docker')));
  const buildKit = commands.find((path) => canBuildKit(join(path, 'docker')));
  const environment = (path: string, kind: string): NodeJS.ProcessEnv => ({
    ...process.env,
    PATH: `${path}:${dirname('/usr/bin/env')}`,
    DOCKER_BUILDKIT: kind,
  });
  return [
    ['the legacy builder', environment(commands[0] ?? '', '0')],
    ...(buildKit === undefined ? [] : [['BuildKit', environment(buildKit, '1')] as const]),
  ];
}

/** The environment in which the docker command has buildx; absent where none has it. */
export function buildxEnvironment(): NodeJS.ProcessEnv | undefined {
  return builders()
    .map(([, environment]) => environment)
    .find((environment) => environment.DOCKER_BUILDKIT === '1' && hasBuildx('docker', environment));
}

/** Before 23.0 the command has BuildKit built in, since then in a plugin. */
function canBuildKit(command: string): boolean {
  try {
    const major = Number(/(\d+)\./.exec(execFileSync(command, ['--version'], { encoding: 'utf8' }))?.[1]);
    return major < 23 || hasBuildx(command, process.env);
  } catch {
    return false;
  }
}

function hasBuildx(command: string, env: NodeJS.ProcessEnv): boolean {
  try {
    execFileSync(command, ['buildx', 'version'], { stdio: 'ignore', env });
    return true;
  } catch {
    return false;
  }
}
