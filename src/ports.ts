import type { Capability } from './core/capability/names.js';
import type { ImageLayer } from './core/image/image-index.js';
import type { LayerObserver } from './core/image/layer-file.js';
import type { ProcessFacts } from './core/smoke/outcome.js';
import type { SurroundingsFacts } from './core/smoke/surroundings.js';
import type { AppArmorChoice, BuildOptions, LabelChoice, Tmpfs, Ulimit } from './core/policy/policy.js';
import type { Disassemble } from './core/reach/listing.js';
import type { WatchedArgument } from './core/trace/calls.js';
import type { KernelRecord } from './core/trace/record.js';

/** Everything outside the pipeline, so that tests can bring an in-memory one. Durations in milliseconds, sizes in bytes. */
export interface World {
  readonly engine: Engine;
  readonly recorder: Recorder;
  readonly prober: Prober;
  readonly files: Files;
  readonly history: History;
  /** Loads what reads machine code of x86-64. */
  readonly disassembler: () => Promise<Disassemble>;
  readonly clock: Clock;
  readonly host: Host;
  readonly log: Log;
  /** What earlier runs of this program kept. Absent: nothing is kept. */
  readonly cache?: Cache;
}

/** Texts by key that outlive a run. Never rejects: what cannot be read is not there, what cannot be kept is read again. */
export interface Cache {
  read(key: string): Promise<string | null>;
  keep(key: string, text: string): Promise<void>;
}

/** The container engine. Every method throws EnvironmentError when the engine does not answer or fails. */
export interface Engine {
  describe(): Promise<EngineFacts>;
  /** Builds and gives the image's id. Throws EnvironmentError when the build fails. */
  build(request: BuildRequest): Promise<string>;
  /**
   * Facts about an image; pulls it when it is not there, telling how far that is (`3 of 7 layers`). Rejects with the signal's reason
   * when that aborts.
   */
  image(reference: string, signal?: AbortSignal, onProgress?: (state: string) => void): Promise<ImageFacts>;
  /** Shows every file of an image to the observer, without running it; gives the layers, the lowest first. Rejects likewise. */
  readImage(id: string, observer: LayerObserver, signal: AbortSignal): Promise<readonly ImageLayer[]>;
  createNetwork(request: NetworkRequest): Promise<string>;
  createContainer(spec: ContainerSpec): Promise<string>;
  /** A start that the runtime refuses is an outcome; one that the engine cannot serve is an EnvironmentError. */
  start(container: string): Promise<StartOutcome>;
  inspect(container: string): Promise<ContainerState>;
  /** How a container is by its health check, which is run where it is due and the engine does not run it; `patience`: milliseconds. */
  health(container: string, patience: number): Promise<ContainerState['health']>;
  /** Resolves when the container has ended. */
  ended(container: string, signal: AbortSignal): Promise<void>;
  /** Sends the stop signal, then kills after the grace period. */
  stop(container: string, gracePeriod: number): Promise<void>;
  /** The last `limit` bytes of standard output and error, and each apart. */
  logs(container: string, limit: number): Promise<Output>;
  exec(container: string, request: ExecRequest): Promise<ExecOutcome>;
  /** Removes with force and with its anonymous volumes; absent is fine. */
  remove(resource: Resource): Promise<void>;
  /** What a container's file system has that its image has not, and the other way round; mounts are not looked into. */
  changes(container: string): Promise<readonly FileChange[]>;
  /** Everything on the engine that carries the `tightfit.run` label. */
  labelled(): Promise<readonly LabelledResource[]>;
}

export interface EngineFacts {
  /** e.g. `Docker`. */
  readonly name: string;
  readonly version: string;
  readonly apiVersion: string;
  /** Default OCI runtime and its version, e.g. `runc` `1.1.5`; version empty when unknown. */
  readonly runtime: { readonly name: string; readonly version: string };
  /** What the engine gives a container of root unless told otherwise; `null`: what Docker does. */
  readonly defaultCapabilities: readonly Capability[] | null;
  /** Of the libseccomp that the runtime makes filters with, e.g. `2.5.4`; `null` when unknown. */
  readonly libseccomp: string | null;
  /** Of the engine's machine, e.g. `6.18.44`. */
  readonly kernel: string;
  /** Go's name: `amd64`, `arm64`. */
  readonly arch: string;
  readonly operatingSystem: string;
  readonly cgroupVersion: '1' | '2';
  readonly rootless: boolean;
  readonly userNamespaceRemap: boolean;
  /** Those that the engine confines its containers with. */
  readonly securityModules: readonly ('apparmor' | 'selinux')[];
  /** Where it was reached, e.g. `unix:///var/run/docker.sock`. */
  readonly endpoint: string;
  /** Whether the container's processes are in this machine's /proc (so far as the endpoint tells). */
  readonly local: boolean;
}

export interface BuildRequest {
  /** Absolute folder. */
  readonly context: string;
  /** Absolute file. */
  readonly dockerfile: string;
  readonly args: Readonly<Record<string, string>>;
  readonly target: string | null;
  readonly labels: Readonly<Record<string, string>>;
  /** As `policy.ts` has them, the paths of secrets and of local caches absolute. */
  readonly options: BuildOptions;
  /** Foreign text, a line at a time, as it comes; the values of secrets are masked. */
  readonly onLine: (line: string) => void;
  readonly signal: AbortSignal;
}

export interface ImageFacts {
  readonly id: string;
  readonly user: string;
  readonly entrypoint: readonly string[];
  readonly command: readonly string[];
  readonly environment: readonly string[];
  /** e.g. `80/tcp`. */
  readonly exposedPorts: readonly string[];
  readonly volumes: readonly string[];
  readonly hasHealthcheck: boolean;
  readonly stopSignal: string | null;
  readonly arch: string;
  /** Bytes. */
  readonly size: number;
}

export interface NetworkRequest {
  readonly name: string;
  readonly internal: boolean;
  readonly labels: Readonly<Record<string, string>>;
}

/** A container to create, complete: what is not here is not set. */
export interface ContainerSpec {
  readonly name: string;
  readonly imageId: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly network: string;
  readonly alias: string;
  readonly entrypoint: readonly string[] | null;
  readonly command: readonly string[] | null;
  readonly environment: Readonly<Record<string, string>>;
  readonly workingDir: string | null;
  readonly user: string | null;
  readonly groupAdd: readonly string[];
  readonly confinement: ContainerConfinement;
  readonly limits: ContainerLimits;
  readonly tmpfs: readonly Tmpfs[];
  /** Absolute source folders. */
  readonly binds: readonly { readonly source: string; readonly target: string; readonly readOnly: boolean }[];
  readonly anonymousVolumes: readonly string[];
  readonly init: boolean;
  readonly stopSignal: string | null;
  readonly sysctls: Readonly<Record<string, string>>;
}

/** The part of a container that Tightfit judges. */
export interface ContainerConfinement {
  readonly capAdd: readonly (Capability | 'ALL')[];
  readonly capDrop: readonly (Capability | 'ALL')[];
  readonly seccomp: { readonly kind: 'default' | 'unconfined' } | { readonly kind: 'profile'; readonly json: string };
  readonly noNewPrivileges: boolean;
  readonly appArmor: AppArmorChoice;
  readonly label: LabelChoice;
  readonly readOnly: boolean;
}

export interface ContainerLimits {
  readonly pids: number;
  readonly memory: number;
  readonly cpus: number;
  readonly ulimits: readonly Ulimit[];
}

export type StartOutcome =
  | { readonly started: true }
  /** `reason`: the runtime's own words. */
  | { readonly started: false; readonly reason: string };

export interface ContainerState {
  readonly running: boolean;
  /** Of the container's init in the engine's host; 0 when not running. */
  readonly pid: number;
  readonly exitCode: number;
  readonly oomKilled: boolean;
  readonly restarts: number;
  readonly error: string;
  readonly health: 'none' | 'starting' | 'healthy' | 'unhealthy';
  /** What the engine stops it with, e.g. `SIGTERM`: the container's own, the image's, or the engine's choice. */
  readonly stopSignal: string;
  /** The id of the container's network, and its address there; empty when not running. */
  readonly network: string;
  readonly address: string;
}

/** Foreign text. */
export interface Output {
  readonly stdout: string;
  readonly stderr: string;
  /** Both, in the order the engine gave them. */
  readonly both: string;
  /** Whether the limit cut the beginning off. */
  readonly truncated: boolean;
}

export interface ExecRequest {
  readonly command: readonly string[];
  readonly user: string | null;
  readonly limit: number;
  readonly signal: AbortSignal;
}

export interface ExecOutcome {
  readonly exitCode: number;
  readonly output: Output;
}

export interface Resource {
  readonly kind: 'container' | 'network' | 'volume' | 'image';
  readonly id: string;
}

/** One difference between a container's file system and its image's. */
export interface FileChange {
  /** Absolute inside the container, links resolved. Foreign text. */
  readonly path: string;
  readonly kind: 'added' | 'modified' | 'deleted';
  /** Of a modified path: whether it is a folder; one that shows no changes inside had something made and removed in it. */
  readonly folder: boolean;
}

export interface LabelledResource extends Resource {
  readonly labels: Readonly<Record<string, string>>;
}

/** Talks to services, wherever the engine's network is. */
export interface Prober {
  /**
   * Finds a way to a running container. Throws EnvironmentError when there is none: what answers at its address may be something
   * else then.
   */
  open(target: ProbeTarget): Promise<Route>;
}

/** A running container, as the engine tells of it. */
export interface ProbeTarget {
  /** Its full id. */
  readonly container: string;
  /** Of its init in the engine's host. */
  readonly pid: number;
  /** The id of its network, and its address there. */
  readonly network: string;
  readonly address: string;
  /** Of what has to be made on the engine to reach it. */
  readonly labels: Readonly<Record<string, string>>;
}

/** A way to one container. What answers on it was shown to be that container, else a probe throws EnvironmentError. */
export interface Route {
  /** What it is and how the answer is proven, for those who look closely. */
  readonly description: string;
  http(request: HttpRequest): Promise<HttpOutcome>;
  tcp(request: TcpRequest): Promise<TcpOutcome>;
  close(): Promise<void>;
}

export interface HttpRequest {
  readonly port: number;
  readonly path: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
  readonly timeout: number;
  readonly signal: AbortSignal;
}

export type HttpOutcome =
  | {
      readonly answered: true;
      readonly status: number;
      /** Lower-case names; repeated ones joined by `, `. */
      readonly headers: Readonly<Record<string, string>>;
      readonly body: string;
    }
  | { readonly answered: false; readonly reason: string };

export interface TcpRequest {
  readonly port: number;
  readonly send: string | null;
  /** Stops reading once true for what has come so far. */
  readonly enough: (received: string) => boolean;
  readonly timeout: number;
  readonly signal: AbortSignal;
}

export type TcpOutcome =
  { readonly connected: true; readonly received: string } | { readonly connected: false; readonly reason: string };

/** The files of the user's checkout. */
export interface Files {
  /** A regular file's text. Throws UsageError naming the path when missing, not regular, larger than `limit` bytes or not UTF-8. */
  readText(path: string, limit: number): Promise<string>;
  /** Absolute real path of `path` inside `folder`. Throws UsageError when it is missing or leads out of the folder. */
  resolveInside(folder: string, path: string): Promise<string>;
  /** Lower-case hexadecimal. */
  sha256(text: string): string;
  /** Names of what is directly in a folder, sorted. Throws UsageError when it is missing, no folder or unreadable. */
  list(folder: string): Promise<readonly string[]>;
  /** Absolute real path of a folder. Throws UsageError when it is missing. */
  realPath(folder: string): Promise<string>;
}

/** What version control knows of the user's checkout. */
export interface History {
  /**
   * How the files at hand differ from those of a commit, which is fetched where it is not there; `folder`: one of the checkout.
   * That it cannot be told is a value. Rejects with the signal's reason when that aborts.
   */
  compare(folder: string, base: string, signal: AbortSignal): Promise<TreeComparison | Incomparable>;
}

/** Why the files at hand cannot be compared with a commit's: a clause, which may hold foreign text. */
export interface Incomparable {
  readonly unknown: string;
}

/** The files of a checkout beside those of a commit. Paths are relative to the root; a folder's ends in `/`. Foreign text. */
export interface TreeComparison {
  /** Absolute real path of the checkout. */
  readonly root: string;
  /** What is not the same in both, or only in one. */
  readonly changed: readonly string[];
  /** What is there and was not compared. */
  readonly uncompared: readonly string[];
  /** The text of a file of the commit; `null` when it has none of that path. */
  textAt(path: string): Promise<string | null>;
}

export interface Clock {
  /** Milliseconds, monotonic. */
  now(): number;
  /** Milliseconds since 1970, UTC. */
  date(): number;
  /** Resolves after so many milliseconds, or rejects as soon as the signal aborts. */
  sleep(milliseconds: number, signal: AbortSignal): Promise<void>;
}

/** The machine the engine's processes run on, as its /proc shows it. */
export interface Host {
  /** Every process of the container whose init has this host pid; `null` when /proc does not show it as that container's. */
  processes(container: string, initPid: number): Promise<readonly ProcessFacts[] | null>;
  /** What surrounds them, so far as this user may read it; `null` likewise. */
  surroundings(container: string, initPid: number): Promise<SurroundingsFacts | null>;
  /** What the container takes up and where it listens; `null` likewise. */
  usage(container: string, initPid: number): Promise<UsageFacts | null>;
  /** A short random name, unique on this machine: `[a-z0-9]{10}`. */
  uniqueName(): string;
  /** This process, so that sweeps can tell whether its owner still lives. */
  readonly owner: { readonly pid: number; readonly bootId: string };
  isAlive(pid: number): boolean;
  readonly cpuCount: number;
}

/** What a container took of the machine so far. */
export interface UsageFacts {
  /** TCP ports that accept connections from outside the container, sorted. */
  readonly listening: readonly number[];
  /** The most processes and threads at a time; `null` when unknown. */
  readonly pids: number | null;
  /** The most bytes at a time, file cache included; `null` when unknown. */
  readonly memory: number | null;
}

/**
 * Kernel evidence of what a container used and what it was refused. Its absence is a value: a check without it still runs and
 * says what is missing. Nothing here throws for want of root, tracefs or a local engine.
 */
export interface Recorder {
  /** Starts what is slow to start, so that `begin` need not wait for it. Trouble shows when something begins. */
  prepare(): void;
  /** Starts to record everything the engine starts from now on; call it before the container is created. */
  begin(request: RecordingRequest): Promise<RecordingStart>;
  /** Ends the root helper, whatever is still being recorded. */
  close(): Promise<void>;
}

export interface RecordingRequest {
  /** From `EngineFacts`. */
  readonly local: boolean;
  /** Syscalls that the kernel leaves out because an earlier run saw them allowed: `narrowing` of that run's record. */
  readonly narrowed: readonly string[];
  /** Arguments that the profile looks at: their values are kept, and their calls are always recorded. */
  readonly watched: readonly WatchedArgument[];
  /** Leaves capability checks out, of which nothing is known then. Absent: they are recorded. */
  readonly callsOnly?: boolean;
}

export type RecordingStart =
  | { readonly recording: Recording }
  /** One sentence each: why not, and what would help. */
  | { readonly unavailable: { readonly reason: string; readonly advice: string } };

/** One exercise being recorded, of one container. */
export interface Recording {
  /** Which container it is about: once before it is started (pid 0) and once after, with its init's host pid when it still runs. */
  follow(container: string, initPid: number): Promise<void>;
  /** A step begins; what comes until the next one belongs to it. */
  mark(step: string): Promise<void>;
  /** Names of the syscalls that the container was refused in the step under way; told a few hundredths of a second late. */
  refusedInStep(): Promise<readonly string[]>;
  /** What surrounds the container's processes, as root reads it; `null` when it cannot be told. */
  surroundings(container: string, initPid: number): Promise<SurroundingsFacts | null>;
  /** The seccomp profile that the engine gave its runtime for the container, as JSON; `null` when it cannot be read. */
  seccomp(container: string, initPid: number): Promise<string | null>;
  /** Call it when the container has ended. A recorder that failed on the way gives an incomplete record. */
  end(): Promise<KernelRecord>;
}

/** Where the run tells what it does. `foreign` is for text that others wrote: it is neutralised before it is shown. */
export interface Log {
  /** Starts a phase; what follows until the next belongs to it. */
  phase(title: string): void;
  info(message: string): void;
  /** For those who look closely: what was recorded, what a trial showed. */
  detail(message: string): void;
  /** One short-lived line of progress. */
  progress(message: string): void;
  /** What somebody else's program says, as it says it: shown to those who look closely. */
  foreign(source: string, text: string): void;
  /** That this program failed: the end of what it said is shown to everybody. */
  failed(source: string): void;
}
