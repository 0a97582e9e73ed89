import type { Capability } from '../capability/names.js';
import type { Location } from '../finding.js';
import type { RuntimeRange } from '../fit/runtime-range.js';
import type { RuleSetting } from '../rule-setting.js';
import type { StandardId } from '../standards/standard.js';

/** A policy after parsing and normalising: complete, every default filled in, paths as written. */
export interface Policy {
  /** As the user named it. */
  readonly file: string;
  readonly services: readonly Service[];
}

export interface Service {
  readonly name: string;
  readonly image: ImageSource;
  readonly run: RunOptions;
  readonly ready: Ready | null;
  readonly tests: readonly Test[];
  readonly limits: Limits;
  readonly exceptions: readonly Exception[];
  /** How much rules count: the service's own settings, then those of the whole policy that it does not make itself. */
  readonly rules: readonly RuleSetting[];
  /** What it is held to. */
  readonly standards: readonly StandardId[];
  /** The runtimes it is to run on beside the engine's. */
  readonly runtimes: readonly RuntimeRange[];
  readonly minimize: MinimizeChoice;
  /** Where a key of this service stands, nearest existing parent when it is absent: `at('run', 'cap_add', 0)`. */
  readonly at: (...path: readonly (string | number)[]) => Location;
}

export type ImageSource =
  | { readonly kind: 'image'; readonly reference: string }
  | {
      readonly kind: 'build';
      /** Relative to the policy's folder, as are all paths but the Dockerfile's. */
      readonly context: string;
      /** Relative to the context. */
      readonly dockerfile: string;
      readonly args: Readonly<Record<string, string>>;
      readonly target: string | null;
      readonly options: BuildOptions;
    };

/** How an image is built. */
export interface BuildOptions {
  readonly cacheFrom: readonly BuildCache[];
  readonly cacheTo: readonly BuildCache[];
  /** A builder of buildx by its name; `null`: the engine's own. */
  readonly builder: string | null;
  readonly secrets: readonly BuildSecret[];
  readonly network: 'default' | 'none';
}

/** Where a build takes layers from that were made earlier, or leaves its own. */
export interface BuildCache {
  /** `gha`, `inline`, `local` or `registry`. */
  readonly type: string;
  /** In order, as written; the folder of a local cache is relative to the policy's. */
  readonly attributes: readonly (readonly [string, string])[];
}

/** What a build may read without keeping it, known by an id. Never the value. */
export type BuildSecret =
  | { readonly id: string; readonly kind: 'file'; readonly path: string }
  | { readonly id: string; readonly kind: 'environment'; readonly variable: string };

/** `'ALL'` is Docker's word for every capability the engine knows. */
export type CapabilityRequest = Capability | 'ALL';

export type SeccompChoice =
  { readonly kind: 'default' } | { readonly kind: 'unconfined' } | { readonly kind: 'file'; readonly path: string };

/** The AppArmor profile of the service's processes; `default`: the engine's own choice. */
export type AppArmorChoice =
  { readonly kind: 'default' } | { readonly kind: 'unconfined' } | { readonly kind: 'profile'; readonly name: string };

export type LabelPart = 'user' | 'role' | 'type' | 'level';

/** The SELinux label of the service's processes: the parts it sets, or none at all. `default`: the engine's own choice. */
export type LabelChoice =
  | { readonly kind: 'default' }
  | { readonly kind: 'disabled' }
  | { readonly kind: 'parts'; readonly parts: Readonly<Partial<Record<LabelPart, string>>> };

export interface Tmpfs {
  readonly path: string;
  /** Mount options as Docker takes them, e.g. `size=64m,mode=1777`; empty for Docker's defaults. */
  readonly options: string;
}

export type Volume =
  | { readonly kind: 'bind'; readonly source: string; readonly target: string; readonly readOnly: boolean }
  | { readonly kind: 'anonymous'; readonly target: string };

export interface Ulimit {
  readonly name: string;
  readonly soft: number;
  readonly hard: number;
}

/** How the container is run: the `run` block. Sizes in bytes, durations in milliseconds. */
export interface RunOptions {
  readonly capAdd: readonly CapabilityRequest[];
  readonly capDrop: readonly CapabilityRequest[];
  readonly seccomp: SeccompChoice;
  readonly noNewPrivileges: boolean;
  readonly appArmor: AppArmorChoice;
  readonly label: LabelChoice;
  readonly readOnly: boolean;
  readonly tmpfs: readonly Tmpfs[];
  /** `null`: the image's own user. */
  readonly user: string | null;
  readonly groupAdd: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly command: readonly string[] | null;
  readonly entrypoint: readonly string[] | null;
  readonly workingDir: string | null;
  readonly volumes: readonly Volume[];
  readonly pidsLimit: number | null;
  readonly memLimit: number | null;
  readonly cpus: number | null;
  readonly ulimits: readonly Ulimit[];
  readonly init: boolean;
  readonly stopSignal: string | null;
  readonly stopGracePeriod: number;
  readonly sysctls: Readonly<Record<string, string>>;
  /** Whether the exercise's network reaches beyond the machine. */
  readonly egress: boolean;
}

/** What a text must look like; every given part must hold. Patterns are RE2 syntax, unanchored. */
export interface TextExpectation {
  readonly contains: readonly string[];
  readonly matches: readonly string[];
  readonly equals: string | null;
  readonly absent: readonly string[];
  /** JSON pointer (RFC 6901) to the value it must have. */
  readonly json: readonly { readonly pointer: string; readonly equals: unknown }[];
}

export interface HttpProbe {
  readonly kind: 'http';
  readonly port: number;
  readonly path: string;
  readonly method: string;
  readonly requestHeaders: Readonly<Record<string, string>>;
  readonly requestBody: string | null;
  readonly status: number;
  /** By lower-case names, as are the request's. */
  readonly headers: Readonly<Record<string, TextExpectation>>;
  readonly body: TextExpectation;
}

export interface TcpProbe {
  readonly kind: 'tcp';
  readonly port: number;
  readonly send: string | null;
  readonly expect: TextExpectation;
}

export interface ExecProbe {
  readonly kind: 'exec';
  readonly command: readonly string[];
  readonly user: string | null;
  readonly exitCode: number;
  readonly stdout: TextExpectation;
  readonly stderr: TextExpectation;
}

export interface ClientProbe {
  readonly kind: 'client';
  readonly image: ImageSource;
  readonly command: readonly string[] | null;
  readonly environment: Readonly<Record<string, string>>;
  readonly exitCode: number;
  readonly stdout: TextExpectation;
  readonly stderr: TextExpectation;
}

/** The container's log, standard output and error together. */
export interface LogProbe {
  readonly kind: 'log';
  readonly text: TextExpectation;
}

export interface HealthcheckProbe {
  readonly kind: 'healthcheck';
}

export type Probe = HttpProbe | TcpProbe | ExecProbe | ClientProbe | LogProbe;

export interface Ready {
  readonly probe: Probe | HealthcheckProbe;
  /** Milliseconds from the container's start. */
  readonly timeout: number;
}

export interface Test {
  readonly name: string;
  readonly probe: Probe;
  /** Milliseconds for one attempt. */
  readonly timeout: number;
  /** Further attempts after the first. */
  readonly retries: number;
}

export interface Limits {
  /** 0 to 300; `null`: the built-in limits. */
  readonly looseness: number | null;
  readonly unusedCapabilities: number;
}

/** How `tightfit minimize` searches for what the service needs. */
export interface MinimizeChoice {
  /** How often the final set is run again. */
  readonly repeats: number;
  /** Whether calls that are never removed are each left out once, to show what breaks. */
  readonly tryFrozen: boolean;
}

/** A grant that may stay although no test uses it. */
export interface Exception {
  readonly grant:
    { readonly kind: 'syscall'; readonly name: string } | { readonly kind: 'capability'; readonly name: Capability };
  readonly reason: string;
  /** ISO date, the last day it holds. */
  readonly expires: string;
}
