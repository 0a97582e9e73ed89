import type { RunOptions, Service, TextExpectation } from '../../src/core/policy/policy.js';

/** An expectation that every text meets. */
export const ANYTHING: TextExpectation = { contains: [], matches: [], equals: null, absent: [], json: [] };

/** Run options of a service that declares nothing. */
export const SAMPLE_RUN: RunOptions = {
  capAdd: [],
  capDrop: [],
  seccomp: { kind: 'default' },
  noNewPrivileges: true,
  appArmor: { kind: 'default' },
  label: { kind: 'default' },
  readOnly: true,
  tmpfs: [],
  user: null,
  groupAdd: [],
  environment: {},
  command: null,
  entrypoint: null,
  workingDir: null,
  volumes: [],
  pidsLimit: 64,
  memLimit: 256 * 1024 * 1024,
  cpus: null,
  ulimits: [],
  init: false,
  stopSignal: null,
  stopGracePeriod: 10_000,
  sysctls: {},
  egress: false,
};

/** A service with one HTTP test, unless told otherwise. Every place is `tightfit.yml:<length of the path + 1>:1`. */
export function sampleService(changes: Partial<Omit<Service, 'run'>> & { run?: Partial<RunOptions> } = {}): Service {
  return {
    name: 'web',
    image: { kind: 'image', reference: 'web:1' },
    ready: { probe: { kind: 'tcp', port: 80, send: null, expect: ANYTHING }, timeout: 5000 },
    tests: [
      {
        name: 'answers',
        timeout: 1000,
        retries: 0,
        probe: {
          kind: 'http',
          port: 80,
          path: '/',
          method: 'GET',
          requestHeaders: {},
          requestBody: null,
          status: 200,
          headers: {},
          body: ANYTHING,
        },
      },
    ],
    limits: { looseness: null, unusedCapabilities: 0 },
    exceptions: [],
    rules: [],
    standards: [],
    runtimes: [],
    minimize: { repeats: 20, tryFrozen: false },
    at: (...path) => ({ file: 'tightfit.yml', line: path.length + 1, column: 1 }),
    ...changes,
    run: { ...SAMPLE_RUN, ...changes.run },
  };
}
