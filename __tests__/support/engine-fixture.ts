import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterEach, expect } from '@jest/globals';
import { createEngine } from '../../src/adapters/docker/engine.js';
import { createHost } from '../../src/adapters/node/host.js';
import type { ContainerSpec, Engine, ExecOutcome, Host, Output, Resource } from '../../src/ports.js';
import { containerSpec } from './container-spec.js';

/** An image that every machine these tests run on has, or can pull. */
export const IMAGE = 'debian:bookworm-slim';

/** A real engine that forgets after each test what the test made on it. */
export interface EngineFixture {
  readonly engine: Engine;
  readonly host: Host;
  /** Creates a container of `IMAGE`, alone on a network of its own, and starts it. */
  readonly run: (options: Partial<ContainerSpec>) => Promise<string>;
  /** The same without the start. */
  readonly create: (options: Partial<ContainerSpec>) => Promise<string>;
  /** Runs a container to its end and gives how it ended and what it wrote. */
  readonly runToEnd: (options: Partial<ContainerSpec>) => Promise<{ exitCode: number; output: Output }>;
  /** Runs a shell script inside a running container. */
  readonly shell: (container: string, script: string) => Promise<ExecOutcome>;
  /** What the docker CLI prints for these words, asked of the same engine. */
  readonly docker: (...words: readonly string[]) => Promise<string>;
  /** Has something removed after the test. */
  readonly forget: (resource: Resource) => void;
}

/** The engine that the environment leads to, found as the program finds it. Call it once in a file of tests. */
export function engineFixture(): EngineFixture {
  const engine = createEngine(process.env);
  const host = createHost();
  const made: Resource[] = [];
  afterEach(async () => {
    for (let resource = made.pop(); resource !== undefined; resource = made.pop()) await engine.remove(resource);
  });
  const create = async (options: Partial<ContainerSpec>): Promise<string> => {
    const { id: imageId } = await engine.image(IMAGE);
    const labels = { 'tightfit.test': 'adapters' };
    const name = `tightfit-test-${host.uniqueName()}`;
    const network = await engine.createNetwork({ name, internal: true, labels });
    made.push({ kind: 'network', id: network });
    const container = await engine.createContainer(containerSpec({ name, imageId, labels, network, ...options }));
    made.push({ kind: 'container', id: container });
    return container;
  };
  const run = async (options: Partial<ContainerSpec>): Promise<string> => {
    const container = await create(options);
    expect(await engine.start(container)).toEqual({ started: true });
    return container;
  };
  return {
    engine,
    host,
    create,
    run,
    runToEnd: async (options) => {
      const container = await run(options);
      await engine.ended(container, new AbortController().signal);
      const { exitCode } = await engine.inspect(container);
      return { exitCode, output: await engine.logs(container, 1024 * 1024) };
    },
    shell: (container, script) =>
      engine.exec(container, {
        command: ['/bin/sh', '-c', script],
        user: null,
        limit: 1024 * 1024,
        signal: AbortSignal.timeout(60_000),
      }),
    docker: async (...words) => {
      const { endpoint } = await engine.describe();
      return (await promisify(execFile)('docker', ['--host', endpoint, ...words])).stdout;
    },
    forget: (resource) => {
      made.push(resource);
    },
  };
}
