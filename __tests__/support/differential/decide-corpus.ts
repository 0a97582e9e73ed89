import { CAPABILITIES } from '../../../src/core/capability/names.js';
import { permissions } from '../../../src/core/seccomp/allowed.js';
import { decide, decideByName } from '../../../src/core/seccomp/filter.js';
import { resolve, type ResolveEnvironment } from '../../../src/core/seccomp/resolve.js';
import { REFUSED_CORPUS } from './corpus/combinations.js';
import { CORPUS } from './corpus/corpus.js';
import { decisions } from './differences.js';
import { profileOf } from './profile-of.js';

/** Resolves every profile of the corpus for several machines, none of which has to be there, and asks for every point. */
export function main(): void {
  for (const { title, text, capabilities } of [...CORPUS, ...REFUSED_CORPUS]) {
    const profile = profileOf(title, text);
    for (const held of capabilities) resolve(profile, { ...NEW, capabilities: new Set(held) });
    permissions(resolve(profile, { ...NEW, arch: 'arm64' }));
    resolve(profile, { ...NEW, runtime: { name: 'crun', version: '1.28' } });
    const old = resolve(profile, OLD);
    for (const { call } of decisions(profile, old)) decide(old, call.number);
    for (const name of ['read', 'no_such_call']) decideByName(old, name);
  }
}

const NEW: ResolveEnvironment = { arch: 'amd64', kernel: { major: 6, minor: 12 }, capabilities: new Set() };
const OLD: ResolveEnvironment = {
  arch: 'amd64',
  kernel: { major: 4, minor: 7 },
  capabilities: new Set(CAPABILITIES),
  libseccomp: '2.5',
  runtime: { name: 'runc', version: '1.1.5' },
  dropsDefaultErrno: true,
};
