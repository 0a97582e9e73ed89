import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createEngine } from '../../src/adapters/docker/engine.js';
import { lintSubject } from '../../src/app/lint-subject.js';
import { judgedMachine } from '../../src/app/judged-machine.js';
import { DOCKER_DEFAULT_CAPABILITIES, type Capability } from '../../src/core/capability/names.js';
import { lintService } from '../../src/core/lint/lint.js';
import { parsePolicy } from '../../src/core/policy/parse.js';
import { dockerDefault, engineDefault } from '../../src/core/seccomp/docker-default.js';
import { resolve } from '../../src/core/seccomp/resolve.js';
import type { EngineFacts } from '../../src/ports.js';
import { FLOOR } from '../support/differential/corpus/corpus-profile.js';
import { compare } from '../support/differential/differences.js';
import type { EnforcedFilter } from '../support/differential/dump-filters.js';
import { filterLab, type FilterLab } from '../support/differential/filter-lab.js';
import { outcomeUnder } from '../support/differential/outcome-under.js';
import { profileOf } from '../support/differential/profile-of.js';
import { thisMachine, type ThisMachine } from '../support/differential/this-machine.js';

let facts: EngineFacts;
let lab: FilterLab;
let machine: ThisMachine;

beforeAll(async () => {
  facts = await createEngine(process.env).describe();
  machine = thisMachine(facts);
  lab = await filterLab(facts.endpoint);
});

afterAll(async () => {
  await lab.close();
});

const KEXEC_LOAD = { number: 246, arch: 0xc000_003e, args: [] };
const FLAG_LOG = 2;
const ALLOWED = { names: FLOOR, action: 'SCMP_ACT_ALLOW' };
const PROFILE = { defaultAction: 'SCMP_ACT_ERRNO', architectures: ['SCMP_ARCH_X86_64'], syscalls: [ALLOWED] };
const WITH_NUMBER = JSON.stringify({ ...PROFILE, defaultErrnoRet: 38 });
const WITH_FLAG = JSON.stringify({ ...PROFILE, flags: ['SECCOMP_FILTER_FLAG_LOG'] });

/** The newest filter's error number for a call that no rule names, and its flags; `refused`: there was no start. */
async function seen(dump: Promise<readonly EnforcedFilter[]>): Promise<unknown> {
  const filters = await dump.catch(() => []);
  const [newest] = filters;
  if (newest === undefined) return 'refused';
  return { errno: outcomeUnder([newest.program], KEXEC_LOAD).errno, flags: newest.flags };
}

/** What is said of a service with or without a profile, for this engine. */
function linted(profile: string | null): readonly string[] {
  const seccomp = profile === null ? '' : ', "seccomp:p.json"';
  const run = `{ cap_drop: [ALL], security_opt: ["no-new-privileges:true"${seccomp}] }`;
  const text = `version: 1\nservices: { web: { image: web, run: ${run}, tests: [{ name: t, tcp: 1 }] } }\n`;
  const [service] = parsePolicy('tightfit.yml', text).policy?.services ?? [];
  if (service === undefined) throw new TypeError('the policy is not valid');
  const read = profile === null ? null : { profile: profileOf('p.json', profile), text: profile, sha256: '' };
  const part = { service, profile: read, dockerfile: null, bindSources: [] };
  const findings = lintService(lintSubject(part, judgedMachine(facts), null));
  return findings.map(({ rule, message }) => `${rule}: ${message}`);
}

describe('a field that an engine loses', () => {
  const engine = (profile: string): Promise<unknown> => seen(lab.underEngine({ profile, capabilities: [] }));
  const runtime = (profile: string): Promise<unknown> => seen(lab.underRuntime(profile));
  const lost = (profile: string): readonly string[] =>
    linted(profile).flatMap((finding) => /^profile-field-ignored: .* "(\w+)"/.exec(finding)?.[1] ?? []);

  test('defaultErrnoRet: the runtime honours it, the engine does unless it is said that it does not', async () => {
    expect(await runtime(WITH_NUMBER)).toEqual({ errno: 38, flags: 0 });
    const loses = machine.environment.dropsDefaultErrno === true;
    expect(await engine(WITH_NUMBER)).toEqual({ errno: loses ? 1 : 38, flags: 0 });
    expect(lost(WITH_NUMBER)).toEqual(loses ? ['defaultErrnoRet'] : []);
  });

  test('flags: the runtime loads them or refuses them, the engine does so too unless it is said that it does not', async () => {
    const byRuntime = await runtime(WITH_FLAG);
    expect(['refused', { errno: 1, flags: FLAG_LOG }]).toContainEqual(byRuntime);
    const loses = machine.environment.dropsDefaultErrno === true;
    expect(await engine(WITH_FLAG)).toEqual(loses ? { errno: 1, flags: 0 } : byRuntime);
    expect(lost(WITH_FLAG)).toEqual(loses ? ['flags'] : []);
  });
});

describe("the engine's own default profile", () => {
  const sets: readonly (readonly Capability[])[] = [
    [],
    DOCKER_DEFAULT_CAPABILITIES,
    [...DOCKER_DEFAULT_CAPABILITIES, 'SYS_ADMIN'],
    ['SYS_PTRACE', 'SYS_NICE', 'SYSLOG', 'SYS_TIME', 'DAC_READ_SEARCH'],
  ];

  test('is what the recorder sees, and that of its release where that is known', async () => {
    const { engine } = judgedMachine(facts);
    const published = engine === undefined ? null : engineDefault(engine);
    for (const held of sets) {
      const environment = { ...machine.environment, capabilities: new Set(held) };
      const { enforced, profile } = await lab.underDefault(held);
      const seen = profileOf('the default profile', profile ?? '');
      for (const known of [seen, published?.profile ?? seen]) {
        const filter = resolve(known, environment);
        const { points, differences } = compare({ profile: dockerDefault(), filter, enforced });
        expect(differences).toEqual([]);
        expect(points).toBeGreaterThan(5000);
      }
    }
  });

  test('is told apart from the current one', async () => {
    const enforced = await lab.underEngine({ profile: null, capabilities: DOCKER_DEFAULT_CAPABILITIES });
    const current = resolve(dockerDefault(), {
      ...machine.environment,
      capabilities: new Set(DOCKER_DEFAULT_CAPABILITIES),
    });
    const { differences } = compare({ profile: dockerDefault(), filter: current, enforced });
    const said = linted(null).filter((finding) => finding.startsWith('docker-default-differs'));
    expect(said.length).toBe(differences.length === 0 ? 0 : 1);
  });
});
