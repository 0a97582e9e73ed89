import type { CheckRequest } from '../../src/app/check.js';
import type { ContainerSpec } from '../../src/ports.js';
import { fakeProcess, fakeWorld, type Behaviour, type FakeOptions, type FakeWorld } from './fake-world.js';

const RUN = 'read_only: true, pids_limit: 64, mem_limit: 64m, security_opt: ["no-new-privileges:true"]';

/** A policy of these services, each of an image of its name and with these run options beside the usual ones. */
export function policyOf(services: Readonly<Record<string, string>>, head = ''): string {
  const written = Object.entries(services).map(
    ([name, run]) => `  ${name}:
    image: ${name}:1
    run: { ${run}, ${RUN} }
    ready: { tcp: 80 }
    tests:
      - name: answers
        http: { port: 80, path: / }
`,
  );
  return `version: 1\n${head}services:\n${written.join('')}`;
}

/** Services of every verdict, by the run options that lead there. */
export const SERVICES = {
  tight: 'cap_drop: [ALL], user: "1000:1000"',
  loose: 'cap_drop: [ALL], cap_add: [CHOWN, NET_RAW]',
  broken: 'cap_drop: [ALL], user: "1000:1000"',
  rooted: 'cap_drop: [ALL]',
  flaky: 'cap_drop: [ALL], user: "1000:1000"',
} as const;

const OK = { answered: true, status: 200, headers: {}, body: '' } as const;
const BAD = { answered: true, status: 500, headers: {}, body: '' } as const;

const BITS: Readonly<Record<string, number>> = { CHOWN: 0, NET_RAW: 13 };

/** A world in which `broken` fails as declared only, `flaky` the first time only, and all others work. */
export function severalServices(more: Partial<FakeOptions> = {}): FakeWorld {
  const seen = new Map<string, number>();
  const behave = (spec: ContainerSpec): Behaviour => {
    const times = (seen.get(spec.alias) ?? 0) + 1;
    seen.set(spec.alias, times);
    const fails = spec.alias === 'broken' ? spec.confinement.capDrop.length > 0 : spec.alias === 'flaky' && times === 1;
    return { http: fails ? BAD : OK, processes: [processOf(spec)] };
  };
  return fakeWorld({ files: { 'tightfit.yml': policyOf(SERVICES) }, behave, ...more });
}

function processOf({ confinement, user }: ContainerSpec): ReturnType<typeof fakeProcess> {
  const mask = confinement.capAdd.reduce((sum, name) => sum + 2 ** (BITS[name] ?? 0), 0);
  const bounding = confinement.capDrop.includes('ALL') ? mask.toString(16).padStart(16, '0') : fakeProcess().capBnd;
  const effective = user === null ? bounding : '0'.repeat(16);
  return fakeProcess({
    uid: user === null ? 0 : 1000,
    capBnd: bounding,
    capPrm: effective,
    capEff: effective,
    noNewPrivs: confinement.noNewPrivileges,
  });
}

/** A request to check all of them. */
export function requestFor(changes: Partial<CheckRequest> = {}): CheckRequest {
  return {
    policyFile: 'tightfit.yml',
    services: [],
    timeout: 600_000,
    runId: 'r1',
    version: '0.0.0',
    signal: new AbortController().signal,
    ...changes,
  };
}
