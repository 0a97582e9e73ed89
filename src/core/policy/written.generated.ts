// Made from policy.schema.json by scripts/generate/policy-types.mjs. Change that and run: npm run generate

/**
 * An image by name. Pin it by digest so that every run judges the same image.
 */
export type Image = string;
/**
 * Builds the image. A text is the context.
 */
export type Build =
  | string
  | {
      context?: Path;
      dockerfile?: Path;
      args?: Pairs;
      /**
       * The build stage to stop at.
       */
      target?: string;
      cache_from?: Caches;
      cache_to?: Caches;
      /**
       * A builder of buildx by its name; its result is loaded into the engine. Absent: the engine's own builder.
       */
      builder?: string;
      /**
       * What RUN --mount=type=secret,id=<id> may read: files of the policy's folder or environment variables of the run, by their ids. Needs buildx.
       */
      secrets?: {
        [k: string]: BuildSecret;
      };
      /**
       * The network of RUN instructions: default, or none.
       */
      network?: string;
    };
export type Path = string;
export type Pairs =
  | {
      [k: string]: string | number | boolean;
    }
  | string[];
export type Caches = string | string[];
/**
 * A Linux capability, with or without CAP_.
 */
export type Capability = string;
export type Capabilities = Capability[];
export type Text = string;
/**
 * @minItems 1
 */
export type TextOrList = string | Text[];
export type User = string | number;
/**
 * @minItems 1
 */
export type CommandLine = string | Argument[];
export type Argument = string;
export type AbsolutePath = string;
export type Size = string | number;
/**
 * One number for both limits, or soft and hard.
 */
export type Ulimit =
  | number
  | {
      soft: UlimitValue;
      hard: UlimitValue;
    };
/**
 * -1 is unlimited.
 */
export type UlimitValue = number;
export type Duration = string;
/**
 * The value, one or several whole numbers.
 */
export type Sysctl = number | string;
/**
 * The port the service listens on inside its container.
 */
export type Port = number;
/**
 * A connection to a port, and what is said over it.
 */
export type Tcp =
  | number
  | {
      port: Port;
      /**
       * Text to send once connected.
       */
      send?: string;
      expect?: Expectation;
    };
/**
 * The exit code it must have.
 */
export type ExitCode = number;
export type Standard = 'cis-docker' | 'pss-baseline' | 'pss-restricted' | 'owasp' | 'nist-800-190';

/**
 * How services are confined, how they are tested and how loose they may be. Reference: docs/policy.md
 */
export interface Policy {
  /**
   * The version of this format.
   */
  version: 1;
  /**
   * The services to judge, by name. The name is also the service's host name for client containers.
   */
  services: {
    [k: string]: Service;
  };
  /**
   * Published standards that every service is held to: a control that is not met makes it loose or broken.
   */
  standards?: Standard[];
  rules?: Rules;
  /**
   * Container runtimes that the services are to run on beside the engine's: their profiles have to allow what each of these needs to start a container. Default: runc 1.1 - 1.4 and crun 1.
   *
   * @minItems 1
   */
  runtimes?: string[];
}
export interface Service {
  image?: Image;
  build?: Build;
  run?: Run;
  ready?: Ready;
  /**
   * What shows that the service works. A service without tests cannot be judged.
   */
  tests?: Test[];
  limits?: Limits;
  /**
   * Grants that may stay although no test uses them.
   */
  exceptions?: Exception[];
  rules?: Rules;
  minimize?: Minimize;
}
export interface BuildSecret {
  file?: Path;
  /**
   * An environment variable of the run.
   */
  environment?: string;
}
/**
 * How the container is run, in the words of the Compose specification.
 */
export interface Run {
  cap_add?: Capabilities;
  cap_drop?: Capabilities;
  /**
   * no-new-privileges:true; seccomp:<file>, seccomp:default or seccomp:unconfined; apparmor=<profile> or apparmor=unconfined; label=type:<type> (also user, role, level) or label=disable.
   */
  security_opt?: Text[];
  /**
   * Whether the container's root filesystem is read-only.
   */
  read_only?: boolean;
  tmpfs?: TextOrList;
  user?: User;
  /**
   * Further groups of the user, by name or number.
   */
  group_add?: (string | number)[];
  environment?: Pairs;
  command?: CommandLine;
  entrypoint?: CommandLine;
  working_dir?: AbsolutePath;
  /**
   * source:target[:ro] for a path inside the policy's folder, or a target alone for an anonymous volume.
   */
  volumes?: string[];
  /**
   * The most processes and threads.
   */
  pids_limit?: number;
  mem_limit?: Size;
  /**
   * The most processor time, in processors.
   */
  cpus?: number | string;
  ulimits?: Ulimits;
  /**
   * Whether the engine's own init is the first process, forwarding signals and reaping children.
   */
  init?: boolean;
  /**
   * The signal that asks the service to stop. The image's own, or SIGTERM, when absent.
   */
  stop_signal?: string | number;
  stop_grace_period?: Duration;
  sysctls?: Sysctls;
  /**
   * The service always has a private network of its own.
   */
  networks?: {
    /**
     * Whether the service may reach beyond the machine.
     */
    egress?: boolean;
  };
}
/**
 * Resource limits of the processes: one number, or soft and hard. -1 is unlimited.
 */
export interface Ulimits {
  core?: Ulimit;
  cpu?: Ulimit;
  data?: Ulimit;
  fsize?: Ulimit;
  locks?: Ulimit;
  memlock?: Ulimit;
  msgqueue?: Ulimit;
  nice?: Ulimit;
  nofile?: Ulimit;
  nproc?: Ulimit;
  rss?: Ulimit;
  rtprio?: Ulimit;
  rttime?: Ulimit;
  sigpending?: Ulimit;
  stack?: Ulimit;
}
/**
 * Kernel settings of the container's own namespaces that cannot reach the host or other containers.
 */
export interface Sysctls {
  'kernel.shm_rmid_forced'?: Sysctl;
  'net.ipv4.ip_local_port_range'?: Sysctl;
  'net.ipv4.ip_local_reserved_ports'?: Sysctl;
  'net.ipv4.ip_unprivileged_port_start'?: Sysctl;
  'net.ipv4.ping_group_range'?: Sysctl;
  'net.ipv4.tcp_fin_timeout'?: Sysctl;
  'net.ipv4.tcp_keepalive_intvl'?: Sysctl;
  'net.ipv4.tcp_keepalive_probes'?: Sysctl;
  'net.ipv4.tcp_keepalive_time'?: Sysctl;
  'net.ipv4.tcp_rmem'?: Sysctl;
  'net.ipv4.tcp_syncookies'?: Sysctl;
  'net.ipv4.tcp_wmem'?: Sysctl;
}
/**
 * What tells that the service is ready to be tested: one probe, repeated until it holds.
 */
export interface Ready {
  http?: Http;
  tcp?: Tcp;
  log?: Log;
  exec?: Exec;
  client?: Client;
  /**
   * The image's own HEALTHCHECK says healthy.
   */
  healthcheck?: true;
  timeout?: Duration;
}
/**
 * One HTTP request to the service, redirects not followed.
 */
export interface Http {
  port: Port;
  /**
   * Path and query.
   */
  path?: string;
  /**
   * The request method.
   */
  method?: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'OPTIONS';
  /**
   * Header fields to send.
   */
  request_headers?: {
    [k: string]: string;
  };
  /**
   * Text to send as the body.
   */
  request_body?: string;
  /**
   * The status the answer must have.
   */
  status?: number;
  /**
   * What header fields of the answer must look like.
   */
  headers?: {
    [k: string]: Expectation;
  };
  body?: Expectation;
}
/**
 * What a text must look like. Every part must hold.
 */
export interface Expectation {
  contains?: TextOrList;
  matches?: TextOrList;
  /**
   * The whole text, exactly.
   */
  equals?: string;
  absent?: TextOrList;
  /**
   * The text is JSON, and at each JSON pointer stands this value.
   */
  json?: {
    [k: string]: unknown;
  };
}
/**
 * What the container's log, standard output and error together, must look like.
 */
export interface Log {
  present?: TextOrList;
  contains?: TextOrList;
  matches?: TextOrList;
  absent?: TextOrList;
}
/**
 * A command run inside the service's container.
 */
export interface Exec {
  command: CommandLine;
  user?: User;
  exit_code?: ExitCode;
  stdout?: Expectation;
  stderr?: Expectation;
}
/**
 * A command in a second container on the service's private network.
 */
export interface Client {
  image?: Image;
  build?: Build;
  command?: CommandLine;
  environment?: Pairs;
  exit_code?: ExitCode;
  stdout?: Expectation;
  stderr?: Expectation;
}
/**
 * One thing that works when the service works.
 */
export interface Test {
  /**
   * What it shows, for people. Names are unique within a service.
   */
  name: string;
  http?: Http;
  tcp?: Tcp;
  log?: Log;
  exec?: Exec;
  client?: Client;
  timeout?: Duration;
  /**
   * Further attempts after a failed one.
   */
  retries?: number;
}
/**
 * How loose the confinement may be.
 */
export interface Limits {
  /**
   * The highest looseness: 0 is an exact fit, 100 as loose as Docker's current default.
   */
  looseness?: number;
  /**
   * How many capabilities may be granted that the tests do not use.
   */
  unused_capabilities?: number;
}
/**
 * A grant that may stay although no test uses it.
 */
export interface Exception {
  /**
   * The syscall's name.
   */
  syscall?: string;
  capability?: Capability;
  /**
   * Why it stays, for whoever reads the policy next.
   */
  reason: string;
  /**
   * The last day it holds.
   */
  expires: string;
}
/**
 * How much single rules count here, by their ids.
 */
export interface Rules {
  [k: string]: RuleSetting;
}
export interface RuleSetting {
  /**
   * off: not said at all; warn: said, without effect on the verdict; error: decides the verdict.
   */
  severity: 'off' | 'warn' | 'error';
  /**
   * Why, for whoever reads the policy next; reports show it.
   */
  reason: string;
}
/**
 * How tightfit minimize searches for what the service needs.
 */
export interface Minimize {
  /**
   * How often the final set is run again.
   */
  repeats?: number;
  /**
   * Whether calls that are never removed are each left out once, to show what breaks without them.
   */
  try_frozen?: boolean;
}
