import { labelOptions } from '../../core/policy/label-options.js';
import type { ContainerConfinement, ContainerSpec } from '../../ports.js';

/** A mount as the engine takes it. */
export interface EngineMount {
  readonly Type: 'bind' | 'volume';
  /** Empty: an anonymous volume. */
  readonly Source: string;
  readonly Target: string;
  readonly ReadOnly: boolean;
  readonly BindOptions?: { readonly Propagation: 'rprivate'; readonly NonRecursive: true };
  readonly VolumeOptions?: {
    readonly NoCopy: false;
    readonly Labels: Record<string, string>;
    readonly DriverConfig: { readonly Name: 'local'; readonly Options: Record<string, string> };
  };
}

/**
 * How a container is confined, as the engine takes it: every option this program ever sets, and no other.
 * https://docs.docker.com/reference/api/engine/version/v1.41/#tag/Container/operation/ContainerCreate
 */
export interface HostConfig {
  readonly NetworkMode: string;
  readonly CgroupnsMode: 'private';
  readonly IpcMode: 'private';
  readonly CapAdd: readonly string[];
  readonly CapDrop: readonly string[];
  readonly SecurityOpt: readonly string[];
  readonly ReadonlyRootfs: boolean;
  readonly GroupAdd: string[];
  readonly Sysctls: Record<string, string>;
  readonly Tmpfs: Record<string, string>;
  readonly Mounts: EngineMount[];
  readonly Init: boolean;
  readonly Memory: number;
  /** Memory and swap together. */
  readonly MemorySwap: number;
  readonly NanoCpus: number;
  readonly PidsLimit: number;
  readonly Ulimits: { readonly Name: string; readonly Soft: number; readonly Hard: number }[];
  readonly OomScoreAdj: number;
  readonly LogConfig: { readonly Type: 'json-file'; readonly Config: Readonly<Record<string, string>> };
  readonly RestartPolicy: { readonly Name: 'no' };
}

/** When memory runs out the kernel should choose the container, not the runner: https://docs.kernel.org/filesystems/proc.html */
const OOM_SCORE = 500;

/** Room for every ordinary service, below the hard limit of engines that run with little. */
const OPEN_FILES = { Name: 'nofile', Soft: 16384, Hard: 16384 };

/** A flood ends in two files of this size, not on a full disk. */
const LOG_CONFIG = { Type: 'json-file', Config: { 'max-size': '5m', 'max-file': '2' } } as const;

/** The confinement of a container, for the engine. */
export function hostConfig(spec: ContainerSpec): HostConfig {
  const { confinement, limits } = spec;
  return {
    NetworkMode: spec.network,
    CgroupnsMode: 'private',
    IpcMode: 'private',
    CapAdd: confinement.capAdd,
    CapDrop: confinement.capDrop,
    SecurityOpt: securityOptions(confinement),
    ReadonlyRootfs: confinement.readOnly,
    GroupAdd: [...spec.groupAdd],
    Sysctls: { ...spec.sysctls },
    Tmpfs: tmpfsOf(spec),
    Mounts: mountsOf(spec),
    Init: spec.init,
    Memory: limits.memory,
    MemorySwap: limits.memory,
    NanoCpus: Math.round(limits.cpus * 1e9),
    PidsLimit: limits.pids,
    Ulimits: ulimitsOf(spec),
    OomScoreAdj: OOM_SCORE,
    LogConfig: LOG_CONFIG,
    RestartPolicy: { Name: 'no' },
  };
}

/** The security options: the profile itself and not its path, and no-new-privileges always said, as engines differ in defaults. */
export function securityOptions(confinement: ContainerConfinement): readonly string[] {
  const { seccomp, noNewPrivileges } = confinement;
  return [`no-new-privileges=${noNewPrivileges}`, ...seccompOptions(seccomp), ...labelOptions(confinement)];
}

function seccompOptions(seccomp: ContainerConfinement['seccomp']): readonly string[] {
  switch (seccomp.kind) {
    case 'default':
      return [];
    case 'unconfined':
      return ['seccomp=unconfined'];
    case 'profile':
      return [`seccomp=${seccomp.json}`];
  }
}

/** A tmpfs without a size of its own may not grow beyond the container's memory, where its pages are counted anyway. */
function tmpfsOf({ tmpfs, limits }: ContainerSpec): Record<string, string> {
  return Object.fromEntries(
    tmpfs.map(({ path, options }) => {
      const written = options.split(',').filter((option) => option !== '');
      const sized = written.some((option) => option.startsWith('size='));
      return [path, (sized ? written : [...written, `size=${limits.memory}`]).join(',')];
    }),
  );
}

/** Anonymous volumes carry the labels too, so that a sweep finds one whose container is gone. */
function mountsOf({ binds, anonymousVolumes, labels }: ContainerSpec): EngineMount[] {
  return [
    ...binds.map(({ source, target, readOnly }) => ({
      Type: 'bind' as const,
      Source: source,
      Target: target,
      ReadOnly: readOnly,
      BindOptions: { Propagation: 'rprivate' as const, NonRecursive: true as const },
    })),
    ...anonymousVolumes.map((target) => ({
      Type: 'volume' as const,
      Source: '',
      Target: target,
      ReadOnly: false,
      VolumeOptions: {
        NoCopy: false as const,
        Labels: { ...labels },
        DriverConfig: { Name: 'local' as const, Options: {} },
      },
    })),
  ];
}

function ulimitsOf({ limits }: ContainerSpec): HostConfig['Ulimits'] {
  const asked = limits.ulimits.map(({ name, soft, hard }) => ({ Name: name, Soft: soft, Hard: hard }));
  return asked.some(({ Name }) => Name === OPEN_FILES.Name) ? asked : [...asked, OPEN_FILES];
}
