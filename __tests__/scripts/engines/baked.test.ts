import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { bakedDockerfile } from '../../../scripts/engines/guests/baked.mjs';
import { ROOT } from '../../support/cli.js';

describe('a Dockerfile whose packages are installed beforehand', () => {
  it.each(['actions', 'limits', 'namespaces', 'nginx', 'ping', 'redis'])('%s is split after them', (name) => {
    const text = readFileSync(join(ROOT, 'examples', name, 'Dockerfile'), 'utf8');
    const parts = bakedDockerfile(text, 'baked/x');
    expect(parts?.base).toMatch(/^FROM debian:bookworm-slim\nRUN apt-get update \\\n[^]*[^\\]\n$/);
    expect(parts?.rest).not.toContain('apt-get');
    expect(parts?.rest).toMatch(/^FROM baked\/x( AS \w+)?$/m);
    expect(text.endsWith(parts?.rest.slice(-40) ?? 'nothing')).toBe(true);
  });

  it('keeps the name of its stage', () => {
    const text = 'FROM debian:bookworm-slim AS one\nRUN apt-get update && apt-get install x\nCOPY a b\n';
    expect(bakedDockerfile(text, 'baked/x')).toEqual({
      base: 'FROM debian:bookworm-slim\nRUN apt-get update && apt-get install x\n',
      rest: 'FROM baked/x AS one\nCOPY a b\n',
    });
  });

  it('that installs none this way stays whole', () => {
    expect(bakedDockerfile('FROM scratch\nCOPY a b\n', 'baked/x')).toBeNull();
  });
});
