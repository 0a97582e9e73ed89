import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { dockerfileFacts } from '../../../src/core/image/dockerfile.js';
import { seenChecks } from '../../../src/core/init/checks.js';
import { factsOfDockerfile, factsOfImage } from '../../../src/core/init/service-facts.js';
import { staticDraft } from '../../../src/core/init/static-draft.js';
import { writePolicy } from '../../../src/core/init/write-policy.js';
import { parsePolicy } from '../../../src/core/policy/parse.js';
import type { Service } from '../../../src/core/policy/policy.js';
import { PLAIN_BUILD } from '../../../src/core/policy/plain-build.js';

const TEXT = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string(),
  fc.constantFrom('a: b', '"', "'", '- x', '$A', '\u2028', 'x\ny'),
);
const BUILD = {
  kind: 'build',
  context: '.',
  dockerfile: 'Dockerfile',
  args: {},
  target: null,
  options: PLAIN_BUILD,
} as const;

function readBack(text: string): Service | undefined {
  const { policy, findings } = parsePolicy('tightfit.yml', text);
  expect(findings).toEqual([]);
  return policy?.services[0];
}

describe('a written policy', () => {
  it('is read back as it was meant, whatever the image says', () => {
    const image = fc.record({
      user: fc.oneof(TEXT, fc.constantFrom('app', '101:101', '0', 'a b')),
      entrypoint: fc.array(TEXT, { maxLength: 3 }),
      command: fc.array(TEXT, { maxLength: 3 }),
      exposedPorts: fc.array(fc.oneof(TEXT, fc.constantFrom('80/tcp', '53/udp', '99999/tcp', '1-3/tcp')), {
        maxLength: 4,
      }),
      volumes: fc.array(
        TEXT.map((text) => `/${text}`),
        { maxLength: 3 },
      ),
      hasHealthcheck: fc.boolean(),
      stopSignal: fc.option(TEXT),
    });
    fc.assert(
      fc.property(image, (configuration) => {
        const facts = factsOfImage(configuration);
        const draft = staticDraft({ service: 'on', image: BUILD, facts }, 'It was not run.');
        const service = readBack(writePolicy(draft));
        expect(service?.name).toBe('on');
        expect(service?.run.user).toBe(facts.user);
        expect(service?.run.volumes).toEqual(facts.volumes.map((target) => ({ kind: 'anonymous', target })));
      }),
    );
  });

  it('is read back as it was meant, whatever the Dockerfile says', () => {
    const instruction = fc.tuple(
      fc.constantFrom(
        'FROM',
        'USER',
        'EXPOSE',
        'VOLUME',
        'CMD',
        'ENTRYPOINT',
        'STOPSIGNAL',
        'HEALTHCHECK',
        'ARG',
        'ENV',
      ),
      TEXT,
    );
    fc.assert(
      fc.property(fc.array(instruction, { maxLength: 8 }), (instructions) => {
        const text = `FROM scratch\n${instructions.map((words) => words.join(' ')).join('\n')}`;
        const dockerfile = dockerfileFacts({ file: 'Dockerfile', text, target: null, args: {} });
        if (dockerfile === null) return;
        const facts = factsOfDockerfile(dockerfile);
        const service = readBack(writePolicy(staticDraft({ service: 'a', image: BUILD, facts }, 'It was not run.')));
        expect(service?.run.user).toBe(facts.user);
        expect(service?.run.volumes.map(({ target }) => target)).toEqual(facts.volumes);
        expect(service?.ready?.probe.kind === 'healthcheck').toBe(facts.hasHealthcheck);
      }),
    );
  });

  it('waits for and looks for what the service was seen to say, word for word', () => {
    fc.assert(
      fc.property(TEXT, TEXT, fc.boolean(), (body, log, answers) => {
        const facts = { ...factsOfImage(EMPTY), ports: [8080] };
        const seen = answers ? [{ port: 8080, http: { status: 200, body } }] : [];
        const checks = seenChecks(facts, { seen, log });
        const draft = staticDraft({ service: 'a', image: BUILD, facts }, 'It was not run.');
        const service = readBack(
          writePolicy({ ...draft, ...checks, remarks: { ...draft.remarks, ...checks.remarks } }),
        );
        const probe = service?.tests[0]?.probe;
        if (probe?.kind === 'http') for (const part of probe.body.contains) expect(body).toContain(part);
        const ready = service?.ready?.probe;
        if (ready?.kind === 'log') for (const part of ready.text.contains) expect(log).toContain(part);
        expect(probe?.kind).toBe(answers ? 'http' : 'log');
      }),
    );
  });
});

const EMPTY = {
  user: '',
  entrypoint: [],
  command: [],
  exposedPorts: [],
  volumes: [],
  hasHealthcheck: false,
  stopSignal: null,
};
