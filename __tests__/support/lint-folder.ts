import { existsSync, readFileSync } from 'node:fs';
import { CAPABILITIES } from '../../src/core/capability/names.js';
import { compareFindings, type Finding } from '../../src/core/finding.js';
import { dockerfileFacts, type DockerfileFacts } from '../../src/core/image/dockerfile.js';
import { govern } from '../../src/core/govern.js';
import { lintService } from '../../src/core/lint/lint.js';
import type { LintEnvironment } from '../../src/core/lint/rule.js';
import { parsePolicy } from '../../src/core/policy/parse.js';
import type { Service } from '../../src/core/policy/policy.js';
import { parseProfile, type ParsedProfile } from '../../src/core/seccomp/parse-profile.js';
import { findingLine } from '../../src/report/finding-line.js';

/** The engine golden cases are judged for. */
export const ENVIRONMENT: LintEnvironment = {
  machine: 'amd64',
  kernel: { major: 6, minor: 1 },
  allCapabilities: CAPABILITIES,
};

/** A line for everything that is said of `tightfit.yml` in this folder and the files it names, no engine asked. */
export function lintFolder(folder: string): string {
  const read = (file: string): string => readFileSync(`${folder}/${file}`, 'utf8');
  const { policy, findings } = parsePolicy('tightfit.yml', read('tightfit.yml'));
  const later = (policy?.services ?? []).flatMap((service) => lintParts(service, folder));
  return govern(policy?.services ?? [], [...findings, ...later])
    .toSorted(compareFindings)
    .map((finding) => `${findingLine(finding)}\n`)
    .join('');
}

function lintParts(service: Service, folder: string): readonly Finding[] {
  const { profile, findings } = readProfile(service, folder);
  if (service.run.seccomp.kind === 'file' && profile === null) return findings;
  const dockerfile = readDockerfile(service, folder);
  const subject = { service, profile, dockerfile, imageUser: null, environment: environmentOf(folder) };
  return [...findings, ...lintService(subject)];
}

/** A file `engine` names the version of Docker that a case is judged for; without it none is asked. */
function environmentOf(folder: string): LintEnvironment {
  const path = `${folder}/engine`;
  if (!existsSync(path)) return ENVIRONMENT;
  const [major = 0, minor = 0, patch] = readFileSync(path, 'utf8').split('.').map(Number);
  return {
    ...ENVIRONMENT,
    engine: { major, minor, ...(patch === undefined ? {} : { patch }) },
    dropsDefaultErrno: major < 23,
  };
}

function readProfile({ run: { seccomp } }: Service, folder: string): ParsedProfile {
  if (seccomp.kind !== 'file') return { profile: null, findings: [] };
  return parseProfile(seccomp.path, readFileSync(`${folder}/${seccomp.path}`, 'utf8'));
}

function readDockerfile({ image }: Service, folder: string): DockerfileFacts | null {
  if (image.kind !== 'build') return null;
  const path = `${folder}/${image.dockerfile}`;
  if (!existsSync(path)) return null;
  return dockerfileFacts({ file: image.dockerfile, text: readFileSync(path, 'utf8'), ...image });
}
