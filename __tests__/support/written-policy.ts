import fc from 'fast-check';
import { CAPABILITIES } from '../../src/core/capability/names.js';
import { formatDuration } from '../../src/core/policy/duration.js';
import type * as Written from '../../src/core/policy/written.generated.js';

/** Any policy that is written correctly and does not contradict itself. */
export function writtenPolicies(): fc.Arbitrary<Written.Policy> {
  const names = fc.stringMatching(/^[a-z][a-z0-9_-]{0,10}$/);
  return fc.record({
    version: fc.constant(1 as const),
    services: fc.dictionary(names, services(), { minKeys: 1, maxKeys: 3 }),
  });
}

const OPTIONAL = { requiredKeys: [] };
const text = fc.stringMatching(/^[ -~]{1,20}$/);
const folder = fc.stringMatching(/^\.\/[a-z]{1,8}$/);
const path = fc.stringMatching(/^\/srv\/[a-z]{1,8}$/);
const duration = fc.integer({ min: 1, max: 86_400_000 }).map(formatDuration);
const texts = fc.oneof(text, fc.array(text, { minLength: 1, maxLength: 3 }));
const command = fc.oneof(fc.array(text, { minLength: 1 }), fc.stringMatching(/^[a-z]+( -[a-z]+| "[a-z ]+"){0,3}$/));
const pairs = fc.oneof(
  fc.dictionary(fc.stringMatching(/^[A-Z_]{1,8}$/), fc.oneof(text, fc.boolean(), fc.integer())),
  fc.uniqueArray(fc.stringMatching(/^[A-Z]{1,8}=[ -~]*$/), { selector: (pair) => pair.split('=')[0] }),
);
const port = fc.integer({ min: 1, max: 65_535 });
const exitCode = fc.integer({ min: 0, max: 255 });

/** Parts that cannot clash with each other. */
const expectation = fc.oneof(
  fc.record({ contains: texts }),
  fc.record({ matches: fc.constantFrom<Written.TextOrList>('^a+$', ['b', '[0-9]{2}']) }),
  fc.record({ equals: fc.string() }),
  fc.record({
    json: fc.dictionary(fc.stringMatching(/^(\/[a-z]{1,3}){1,3}$/), fc.jsonValue({ maxDepth: 2 }), { minKeys: 1 }),
  }),
);

const image = fc.constantFrom('nginx', 'nginx:1.28', `registry.example.org:5000/a/b@sha256:${'0'.repeat(64)}`);
const build = fc.oneof(
  folder,
  fc.record({ context: folder, dockerfile: fc.constant('Dockerfile'), args: pairs }, OPTIONAL),
);
const outcome = { exit_code: exitCode, stdout: expectation, stderr: expectation };

const probe = fc.oneof(
  fc.record({
    http: fc.record(
      {
        port,
        path: fc.stringMatching(/^\/[a-z/?=&]{0,10}$/),
        status: fc.integer({ min: 100, max: 599 }),
        body: expectation,
      },
      { requiredKeys: ['port'] },
    ),
  }),
  fc.record({
    tcp: fc.oneof(port, fc.record({ port, send: fc.string(), expect: expectation }, { requiredKeys: ['port'] })),
  }),
  fc.record({ log: fc.record({ contains: texts }) }),
  fc.record({ exec: fc.record({ command, ...outcome }, { requiredKeys: ['command'] }) }),
  fc.record({ client: fc.record({ image, command, environment: pairs, ...outcome }, { requiredKeys: ['image'] }) }),
);

const run = fc.record(
  {
    cap_drop: fc.constant<string[]>(['ALL']),
    cap_add: fc.uniqueArray(fc.constantFrom(...CAPABILITIES)),
    security_opt: fc.constantFrom<string[]>(
      ['seccomp:profile.json', 'no-new-privileges:true'],
      ['seccomp=unconfined'],
      [],
    ),
    read_only: fc.boolean(),
    tmpfs: fc.uniqueArray(fc.stringMatching(/^\/tmp\/[a-z]{1,8}$/), { minLength: 1 }),
    user: fc.oneof(fc.nat(65_535), fc.constantFrom('0:0', 'www-data')),
    environment: pairs,
    command,
    working_dir: path,
    volumes: fc.uniqueArray(path),
    pids_limit: fc.integer({ min: 1, max: 4096 }),
    mem_limit: fc.integer({ min: 6, max: 4096 }).map((size) => `${size}m`),
    stop_grace_period: duration,
    networks: fc.record({ egress: fc.boolean() }),
  },
  OPTIONAL,
);

function services(): fc.Arbitrary<Written.Service> {
  const test = fc
    .tuple(
      fc.stringMatching(/^[a-z][a-z ]{0,20}$/),
      probe,
      fc.record({ timeout: duration, retries: fc.nat(100) }, OPTIONAL),
    )
    .map(([name, kind, rest]) => ({ name, ...kind, ...rest }));
  const source = fc.oneof(fc.record({ image }), fc.record({ build }));
  const ready = fc
    .tuple(fc.oneof(probe, fc.constant({ healthcheck: true as const })), fc.record({ timeout: duration }, OPTIONAL))
    .map(([kind, rest]) => ({ ...kind, ...rest }));
  const tests = fc.uniqueArray(test, { minLength: 1, maxLength: 3, selector: ({ name }) => name });
  return fc
    .tuple(source, fc.record({ run, ready, tests }, { requiredKeys: ['tests'] }))
    .map(([from, rest]) => ({ ...from, ...rest }));
}
