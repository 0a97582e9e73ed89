import { createHash } from 'node:crypto';
import { UsageError, type EnvironmentError } from '../../src/core/errors.js';
import type { LayerFile } from '../../src/core/image/layer-file.js';
import type { ProcessFacts } from '../../src/core/smoke/outcome.js';
import type { SurroundingsFacts } from '../../src/core/smoke/surroundings.js';
import type { KernelRecord } from '../../src/core/trace/record.js';
import type {
  ContainerSpec,
  ContainerState,
  Engine,
  EngineFacts,
  FileChange,
  HttpOutcome,
  ImageFacts,
  LabelledResource,
  Log,
  Output,
  Recorder,
  RecordingStart,
  Resource,
  TcpOutcome,
  TreeComparison,
  UsageFacts,
  World,
} from '../../src/ports.js';
import { sampleSurroundings } from './sample-surroundings.js';
import { virtualClock } from './virtual-clock.js';

/** How a container of a given specification behaves. */
export interface Behaviour {
  /** The runtime's words when it refuses to start it. */
  readonly refused?: string;
  /** Ends by itself right after the start. */
  readonly ends?: { readonly exitCode: number; readonly oomKilled?: boolean };
  readonly http?: HttpOutcome;
  readonly tcp?: TcpOutcome;
  readonly log?: string;
  readonly processes?: readonly ProcessFacts[] | null;
  /** As this user reads them. */
  readonly surroundings?: SurroundingsFacts | null;
  /** As the recorder reads them; only where there is one. */
  readonly surroundingsForRoot?: SurroundingsFacts;
  /** Of the container after its stop signal; 137: it had to be killed. */
  readonly stopCode?: number;
  readonly health?: ContainerState['health'];
  readonly changes?: readonly FileChange[];
  readonly usage?: UsageFacts;
  /** What a program that is run inside, or a client container itself, ends with. */
  readonly program?: { readonly exitCode: number; readonly stdout?: string; readonly stderr?: string };
}

export interface FakeOptions {
  /** Text by path; paths are as they are asked for. */
  readonly files: Readonly<Record<string, string>>;
  /** `nth` counts the containers that were created, from 1. */
  readonly behave: (spec: ContainerSpec, nth: number) => Behaviour;
  readonly image?: Partial<ImageFacts>;
  /** What the image holds, in one layer. */
  readonly imageFiles?: readonly { readonly file: LayerFile; readonly content: string }[];
  /** What the kernel recorder gives for a container; without it there is no recorder. */
  readonly records?: (spec: ContainerSpec) => KernelRecord;
  /** The profile that the recorder sees the engine give to containers without one, JSON. */
  readonly ownDefault?: string;
  readonly describe?: () => EngineFacts;
  readonly buildFails?: EnvironmentError;
  /** The checkout beside any commit; without it there is no git. */
  readonly comparison?: TreeComparison;
  readonly leftovers?: readonly LabelledResource[];
  readonly aliveOwners?: readonly number[];
}

export interface FakeWorld extends World {
  /** Every container that was created, in order. */
  readonly created: readonly ContainerSpec[];
  /** What is on the engine now. */
  readonly present: ReadonlyMap<string, Resource>;
  readonly lines: readonly string[];
}

interface FakeContainer {
  readonly spec: ContainerSpec;
  readonly behaviour: Behaviour;
  state: 'created' | 'running' | 'ended';
  exitCode: number;
  readonly ended: (() => void)[];
}

export const FAKE_ENGINE: EngineFacts = {
  name: 'Docker',
  version: '20.10.24',
  apiVersion: '1.41',
  runtime: { name: 'runc', version: '1.1.5' },
  libseccomp: null,
  defaultCapabilities: null,
  kernel: '6.18.44',
  arch: 'amd64',
  operatingSystem: 'Debian GNU/Linux 12',
  cgroupVersion: '2',
  rootless: false,
  userNamespaceRemap: false,
  securityModules: [],
  endpoint: 'unix:///fake.sock',
  local: true,
};

const FAKE_IMAGE: ImageFacts = {
  id: `sha256:${'a'.repeat(64)}`,
  user: '',
  entrypoint: [],
  command: ['serve'],
  environment: [],
  exposedPorts: [],
  volumes: [],
  hasHealthcheck: false,
  stopSignal: null,
  arch: 'amd64',
  size: 1,
};

/** A process of a root service under Docker's 14 capabilities, unless told otherwise. */
export function fakeProcess(facts: Partial<ProcessFacts> = {}): ProcessFacts {
  return {
    pid: 100,
    lineage: 'serve',
    uid: 0,
    gid: 0,
    capEff: '00000000a80425fb',
    capPrm: '00000000a80425fb',
    capBnd: '00000000a80425fb',
    capAmb: '0000000000000000',
    noNewPrivs: false,
    seccomp: 2,
    seccompFilters: 1,
    ...facts,
  };
}

/** What surrounds a container as its specification asks for it. */
function fakeSurroundings({ confinement, limits }: ContainerSpec): SurroundingsFacts {
  const surroundings = sampleSurroundings();
  const [init, ...others] = surroundings.processes;
  const root = { device: '0:73', mountReadOnly: confinement.readOnly, superReadOnly: false };
  const { pids, memory, cpus } = limits;
  return {
    processes: init === undefined ? [] : [{ ...init, root }, ...others],
    limits: { pids, memory, memoryAndSwap: memory, cpus },
  };
}

/** A whole world in memory, with virtual time. */
export function fakeWorld(options: FakeOptions): FakeWorld {
  const containers = new Map<string, FakeContainer>();
  const present = new Map<string, Resource>(options.leftovers?.map((resource) => [resource.id, resource]));
  const created: ContainerSpec[] = [];
  const lines: string[] = [];
  const names = { next: 0 };
  const uniqueName = (): string => `fake${String((names.next += 1)).padStart(6, '0')}`;
  const behaviourAt = (address: string): Behaviour => containers.get(address)?.behaviour ?? {};
  return {
    created,
    present,
    lines,
    engine: fakeEngine({ options, containers, present, created, uniqueName }),
    recorder: fakeRecorder(options, containers),
    prober: {
      open: ({ address }) =>
        Promise.resolve({
          description: 'in memory',
          http: () => Promise.resolve(behaviourAt(address).http ?? { answered: false, reason: 'connection refused' }),
          tcp: () => Promise.resolve(behaviourAt(address).tcp ?? { connected: true, received: '' }),
          close: () => Promise.resolve(),
        }),
    },
    files: {
      readText: (path) => {
        const text = options.files[path];
        return text === undefined ? Promise.reject(new UsageError(`${path} does not exist`)) : Promise.resolve(text);
      },
      resolveInside: (folder, path) => Promise.resolve(folder === '.' ? path : `${folder}/${path}`),
      sha256: (text) => createHash('sha256').update(text).digest('hex'),
      list: (folder) => Promise.resolve(namesIn(folder, Object.keys(options.files))),
      realPath: (folder) => Promise.resolve(folder === '.' ? '/work/web' : `/work/${folder}`),
    },
    history: { compare: () => Promise.resolve(options.comparison ?? { unknown: 'git is not installed' }) },
    clock: virtualClock(),
    host: {
      processes: (container) => {
        const { processes } = containers.get(container)?.behaviour ?? {};
        return Promise.resolve(processes === undefined ? [fakeProcess()] : processes);
      },
      surroundings: (container) => {
        const { spec, behaviour } = containers.get(container) ?? {};
        if (behaviour?.surroundings !== undefined) return Promise.resolve(behaviour.surroundings);
        return Promise.resolve(spec === undefined ? null : fakeSurroundings(spec));
      },
      usage: (container) => Promise.resolve(containers.get(container)?.behaviour.usage ?? null),
      uniqueName,
      owner: { pid: 4242, bootId: 'boot' },
      isAlive: (pid) => options.aliveOwners?.includes(pid) ?? false,
      cpuCount: 2,
    },
    disassembler: () => Promise.reject(new UsageError('nothing is disassembled here')),
    log: recordingLog(lines),
  };
}

function fakeRecorder({ records, ownDefault }: FakeOptions, containers: ReadonlyMap<string, FakeContainer>): Recorder {
  const begin = (): RecordingStart => {
    if (records === undefined) return { unavailable: { reason: 'no recorder here', advice: 'Run as root.' } };
    let followed: FakeContainer | undefined;
    const follow = (id: string): Promise<void> => {
      followed = containers.get(id);
      return Promise.resolve();
    };
    const end = (): Promise<KernelRecord> =>
      followed === undefined
        ? Promise.reject(new UsageError('followed nothing'))
        : Promise.resolve(records(followed.spec));
    const surroundings = (id: string): Promise<SurroundingsFacts | null> =>
      Promise.resolve(containers.get(id)?.behaviour.surroundingsForRoot ?? null);
    const refusedInStep = (): Promise<readonly string[]> => Promise.resolve([]);
    const seccomp = (): Promise<string | null> => Promise.resolve(ownDefault ?? null);
    return { recording: { follow, mark: () => Promise.resolve(), refusedInStep, surroundings, seccomp, end } };
  };
  return { prepare: () => undefined, begin: () => Promise.resolve(begin()), close: () => Promise.resolve() };
}

interface Inside {
  readonly options: FakeOptions;
  readonly containers: Map<string, FakeContainer>;
  readonly present: Map<string, Resource>;
  readonly created: ContainerSpec[];
  readonly uniqueName: () => string;
}

function fakeEngine({ options, containers, present, created, uniqueName }: Inside): Engine {
  const add = (kind: Resource['kind']): string => {
    const id = uniqueName();
    present.set(id, { kind, id });
    return id;
  };
  const find = (id: string): FakeContainer => {
    const container = containers.get(id);
    if (container === undefined) throw new UsageError(`no container ${id}`);
    return container;
  };
  return {
    describe: () => Promise.resolve().then(() => (options.describe ?? (() => FAKE_ENGINE))()),
    build: () => (options.buildFails ? Promise.reject(options.buildFails) : Promise.resolve(add('image'))),
    image: (reference) => Promise.resolve({ ...FAKE_IMAGE, id: reference, ...options.image }),
    readImage: async (_, observer) => {
      await Promise.resolve();
      for (const { file, content } of options.imageFiles ?? []) {
        observer.saw('only', file, new TextEncoder().encode(content).subarray(0, observer.wants(file)));
      }
      return [{ name: 'only', instruction: 'COPY . /' }];
    },
    createNetwork: () => Promise.resolve(add('network')),
    createContainer: (spec) => {
      created.push(spec);
      const id = add('container');
      containers.set(id, {
        spec,
        behaviour: options.behave(spec, created.length),
        state: 'created',
        exitCode: 0,
        ended: [],
      });
      return Promise.resolve(id);
    },
    start: (id) => Promise.resolve(start(find(id))),
    inspect: (id) => Promise.resolve(inspect(id, find(id))),
    health: (id) => Promise.resolve(inspect(id, find(id)).health),
    ended: (id, signal) =>
      new Promise((resolve, reject) => {
        const container = find(id);
        if (signal.aborted) reject(signal.reason as Error);
        if (container.state === 'ended') resolve();
        container.ended.push(resolve);
        signal.addEventListener('abort', () => {
          reject(signal.reason as Error);
        });
      }),
    stop: (id) => {
      const container = find(id);
      if (container.state === 'running') end(container, container.behaviour.stopCode ?? 0);
      return Promise.resolve();
    },
    logs: (id) => Promise.resolve(logsOf(find(id).behaviour)),
    exec: (id) => {
      const { program } = find(id).behaviour;
      return Promise.resolve({ exitCode: program?.exitCode ?? 0, output: outputOf(program) });
    },
    remove: ({ id }) => {
      present.delete(id);
      return Promise.resolve();
    },
    changes: (id) => Promise.resolve(find(id).behaviour.changes ?? []),
    labelled: () => Promise.resolve(options.leftovers?.filter(({ id }) => present.has(id)) ?? []),
  };
}

function namesIn(folder: string, paths: readonly string[]): readonly string[] {
  const prefix = folder === '.' ? '' : `${folder}/`;
  const names = paths.flatMap((path) =>
    path.startsWith(prefix) ? [path.slice(prefix.length).split('/')[0] ?? ''] : [],
  );
  return [...new Set(names)].sort();
}

function start(container: FakeContainer): { started: true } | { started: false; reason: string } {
  const { refused, ends, program } = container.behaviour;
  if (refused !== undefined) return { started: false, reason: refused };
  container.state = 'running';
  if (ends !== undefined) end(container, ends.exitCode);
  if (container.spec.alias === 'client') end(container, program?.exitCode ?? 0);
  return { started: true };
}

function end(container: FakeContainer, exitCode: number): void {
  container.state = 'ended';
  container.exitCode = exitCode;
  for (const wake of container.ended) wake();
}

function inspect(id: string, { spec, state, exitCode, behaviour }: FakeContainer): ContainerState {
  return {
    running: state === 'running',
    pid: state === 'running' ? 100 : 0,
    exitCode,
    oomKilled: behaviour.ends?.oomKilled ?? false,
    restarts: 0,
    error: '',
    health: behaviour.health ?? 'none',
    stopSignal: spec.stopSignal ?? 'SIGTERM',
    network: 'network',
    address: id,
  };
}

function logsOf({ log, program }: Behaviour): Output {
  return log === undefined ? outputOf(program) : { stdout: log, stderr: '', both: log, truncated: false };
}

function outputOf(program: Behaviour['program']): Output {
  const stdout = program?.stdout ?? '';
  const stderr = program?.stderr ?? '';
  return { stdout, stderr, both: stdout + stderr, truncated: false };
}

function recordingLog(lines: string[]): Log {
  return {
    phase: (title) => lines.push(`# ${title}`),
    info: (message) => lines.push(message),
    detail: (message) => lines.push(`. ${message}`),
    progress: (message) => lines.push(`~ ${message}`),
    foreign: (source, text) => lines.push(`${source}| ${text}`),
    failed: (source) => lines.push(`${source}!`),
  };
}
