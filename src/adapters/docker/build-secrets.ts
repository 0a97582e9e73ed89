import { readFile, stat } from 'node:fs/promises';
import { EnvironmentError } from '../../core/errors.js';
import type { BuildOptions, BuildSecret } from '../../core/policy/policy.js';
import { messageOf } from '../thrown.js';
import type { Environment } from './cli.js';

/** What a build gets so that it can use its secrets. No value is ever an argument. */
export interface SecretPassing {
  readonly args: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  /** To be masked wherever the builder writes them. */
  readonly values: readonly string[];
}

/** The most that BuildKit takes, in bytes. https://github.com/moby/buildkit/blob/v0.25.1/session/secrets/secretsprovider/store.go */
const LARGEST = 500 * 1024;

/** Looks the secrets of a build up. Throws EnvironmentError for one that is not there or too large. */
export async function passSecrets(secrets: BuildOptions['secrets'], environment: Environment): Promise<SecretPassing> {
  const args: string[] = [];
  const passed: Record<string, string> = {};
  const values: string[] = [];
  for (const [index, secret] of secrets.entries()) {
    values.push(await valueOf(secret, environment));
    // A name of our own: the docker command must not take the secret for one of its settings.
    const variable = `TIGHTFIT_BUILD_SECRET_${index}`;
    if (secret.kind === 'environment') passed[variable] = values.at(-1) ?? '';
    const source = secret.kind === 'file' ? `src=${secret.path}` : `env=${variable}`;
    args.push('--secret', `id=${secret.id},${csvField(source)}`);
  }
  return { args, environment: passed, values };
}

async function valueOf(secret: BuildSecret, environment: Environment): Promise<string> {
  if (secret.kind === 'file') return readSecret(secret.id, secret.path);
  const value = environment[secret.variable] ?? '';
  if (value !== '') return value;
  throw new EnvironmentError(
    `build secret "${secret.id}" is taken from the environment variable ${secret.variable}, which is empty or not set`,
    'Set it for the step or shell that runs the check.',
  );
}

async function readSecret(id: string, path: string): Promise<string> {
  try {
    const { size } = await stat(path);
    if (size <= LARGEST) return await readFile(path, 'utf8');
  } catch (error) {
    throw new EnvironmentError(`build secret "${id}" cannot be read: ${messageOf(error)}`, 'Check its file.', {
      cause: error,
    });
  }
  throw new EnvironmentError(`build secret "${id}" is larger than ${LARGEST / 1024} KiB`, 'Use a smaller file.');
}

/** The docker command reads the value of an option as a line of CSV. */
function csvField(text: string): string {
  return /[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
