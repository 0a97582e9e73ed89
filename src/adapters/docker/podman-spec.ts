import type { ContainerSpec } from '../../ports.js';
import { hostConfig, type EngineMount, type HostConfig } from './host-config.js';
import { signalNumber } from './signal-number.js';

/** A mount as the OCI runtime specification writes it. */
interface OciMount {
  readonly type: 'bind' | 'tmpfs';
  readonly source: string;
  readonly destination: string;
  readonly options: readonly string[];
}

interface Namespace {
  readonly nsmode: 'private' | 'bridge';
}

/**
 * A container as Podman's own API takes it. Podman's Docker API leaves the cgroup namespace out, adds tmpfs mounts to a read-only
 * root and drops limits: https://github.com/containers/podman/blob/v5.4.2/cmd/podman/common/create_opts.go
 * Source of the names: https://github.com/containers/podman/blob/v5.4.2/pkg/specgen/specgen.go
 */
export interface PodmanSpec {
  readonly name: string;
  readonly image: string;
  readonly entrypoint?: readonly string[];
  readonly command?: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly labels: Readonly<Record<string, string>>;
  readonly work_dir?: string;
  readonly create_working_dir: true;
  readonly user?: string;
  readonly groups: readonly string[];
  readonly stop_signal?: number;
  readonly init: boolean;
  /** Podman treats some programs as systemd otherwise, and mounts more for them. */
  readonly systemd: 'false';
  readonly restart_policy: 'no';
  readonly log_configuration: { readonly driver: 'k8s-file'; readonly size: number };
  readonly pidns: Namespace;
  readonly ipcns: Namespace;
  readonly utsns: Namespace;
  readonly cgroupns: Namespace;
  readonly netns: Namespace;
  readonly Networks: Readonly<Record<string, { readonly aliases: readonly string[] }>>;
  readonly base_hosts_file: 'none';
  readonly cap_add: readonly string[];
  readonly cap_drop: readonly string[];
  readonly no_new_privileges: boolean;
  /** On the engine's machine, or `unconfined`. */
  readonly seccomp_profile_path?: string;
  readonly apparmor_profile?: string;
  readonly selinux_opts: readonly string[];
  readonly read_only_filesystem: boolean;
  /** Whether a read-only root gets writable `/tmp`, `/run` and `/var/tmp`. */
  readonly read_write_tmpfs: false;
  readonly mounts: readonly OciMount[];
  readonly volumes: readonly PodmanVolume[];
  readonly image_volume_mode: 'anonymous';
  readonly sysctl: Readonly<Record<string, string>>;
  readonly resource_limits: {
    readonly memory: { readonly limit: number; readonly swap: number };
    readonly cpu: { readonly quota: number; readonly period: number };
    readonly pids: { readonly limit: number };
  };
  readonly r_limits: readonly { readonly type: string; readonly soft: number; readonly hard: number }[];
  readonly oom_score_adj: number;
}

interface PodmanVolume {
  readonly Name: '';
  readonly Dest: string;
  readonly Options: readonly string[];
  readonly IsAnonymous: true;
}

/** Microseconds, as Docker has it: https://github.com/moby/moby/blob/v28.2.2/daemon/daemon_unix.go */
const CPU_PERIOD = 100_000;
const LOG_SIZE = 5_000_000;
const PRIVATE: Namespace = { nsmode: 'private' };

/**
 * The container for Podman.
 * @param profile path of the seccomp profile's file, `unconfined`, or `null` for the engine's default
 */
export function podmanSpec(spec: ContainerSpec, profile: string | null): PodmanSpec {
  const config = hostConfig(spec);
  return {
    ...programOf(spec),
    ...isolationOf(spec),
    cap_add: config.CapAdd,
    cap_drop: config.CapDrop,
    no_new_privileges: spec.confinement.noNewPrivileges,
    ...(profile === null ? {} : { seccomp_profile_path: profile }),
    ...labelsOf(config),
    read_only_filesystem: config.ReadonlyRootfs,
    read_write_tmpfs: false,
    mounts: [...Object.entries(config.Tmpfs).map(tmpfsMount), ...config.Mounts.flatMap(bindMount)],
    volumes: config.Mounts.flatMap(anonymousVolume),
    image_volume_mode: 'anonymous',
    sysctl: config.Sysctls,
    resource_limits: limitsOf(config),
    r_limits: config.Ulimits.map(({ Name, Soft, Hard }) => ({ type: Name, soft: Soft, hard: Hard })),
    oom_score_adj: config.OomScoreAdj,
  };
}

type Program = Pick<
  PodmanSpec,
  | 'name'
  | 'image'
  | 'entrypoint'
  | 'command'
  | 'env'
  | 'labels'
  | 'work_dir'
  | 'create_working_dir'
  | 'user'
  | 'groups'
  | 'stop_signal'
  | 'init'
  | 'systemd'
  | 'restart_policy'
  | 'log_configuration'
>;

function programOf(spec: ContainerSpec): Program {
  return {
    name: spec.name,
    image: spec.imageId,
    ...(spec.entrypoint === null ? {} : { entrypoint: spec.entrypoint }),
    ...(spec.command === null ? {} : { command: spec.command }),
    env: spec.environment,
    labels: spec.labels,
    ...(spec.workingDir === null ? {} : { work_dir: spec.workingDir }),
    create_working_dir: true,
    ...(spec.user === null ? {} : { user: spec.user }),
    groups: spec.groupAdd,
    ...(spec.stopSignal === null ? {} : { stop_signal: signalNumber(spec.stopSignal) }),
    init: spec.init,
    systemd: 'false',
    restart_policy: 'no',
    log_configuration: { driver: 'k8s-file', size: LOG_SIZE },
  };
}

/** What Docker takes among the security options, each in a field of its own. */
function labelsOf({ SecurityOpt }: HostConfig): Pick<PodmanSpec, 'apparmor_profile' | 'selinux_opts'> {
  const valuesOf = (name: string): readonly string[] =>
    SecurityOpt.flatMap((option) => (option.startsWith(`${name}=`) ? [option.slice(name.length + 1)] : []));
  const [profile] = valuesOf('apparmor');
  return { ...(profile === undefined ? {} : { apparmor_profile: profile }), selinux_opts: valuesOf('label') };
}

type Isolation = Pick<PodmanSpec, 'pidns' | 'ipcns' | 'utsns' | 'cgroupns' | 'netns' | 'Networks' | 'base_hosts_file'>;

function isolationOf({ network, alias }: ContainerSpec): Isolation {
  return {
    pidns: PRIVATE,
    ipcns: PRIVATE,
    utsns: PRIVATE,
    cgroupns: PRIVATE,
    netns: { nsmode: 'bridge' },
    Networks: { [network]: { aliases: [alias] } },
    base_hosts_file: 'none',
  };
}

function limitsOf({ Memory, MemorySwap, NanoCpus, PidsLimit }: HostConfig): PodmanSpec['resource_limits'] {
  return {
    memory: { limit: Memory, swap: MemorySwap },
    cpu: { quota: Math.round((NanoCpus / 1e9) * CPU_PERIOD), period: CPU_PERIOD },
    pids: { limit: PidsLimit },
  };
}

/** What Docker gives a tmpfs unless the opposite is asked for: https://github.com/moby/moby/blob/v28.2.2/daemon/oci_linux.go */
const TMPFS_DEFAULTS = [
  ['noexec', 'exec'],
  ['nosuid', 'suid'],
  ['nodev', 'dev'],
] as const;

function tmpfsMount([destination, text]: readonly [string, string]): OciMount {
  const written = text.split(',').filter((option) => option !== '');
  const usual = TMPFS_DEFAULTS.filter((pair) => !pair.some((option) => written.includes(option)));
  const options = [...usual.map(([option]) => option), ...written, 'notmpcopyup'];
  return { type: 'tmpfs', source: 'tmpfs', destination, options };
}

function bindMount({ Type, Source, Target, ReadOnly }: EngineMount): readonly OciMount[] {
  if (Type !== 'bind') return [];
  const options = [ReadOnly ? 'ro' : 'rw', 'bind', 'rprivate'];
  return [{ type: 'bind', source: Source, destination: Target, options }];
}

function anonymousVolume({ Type, Target }: EngineMount): readonly PodmanVolume[] {
  return Type === 'volume' ? [{ Name: '', Dest: Target, Options: ['rw'], IsAnonymous: true }] : [];
}
