import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { asRoot, dumpFilters, type EnforcedFilter } from './dump-filters.js';

/** An OCI runtime that starts processes without an engine. */
export interface RuntimeLab {
  readonly name: 'runc' | 'crun';
  /** What calls it, e.g. `runc`, or `nsenter …` before it. */
  readonly command: readonly string[];
  /** The lab's folder: see `compilePrograms`. */
  readonly folder: string;
  /** The same folder as the runtime sees it. */
  readonly seenAs: string;
}

let started = 0;

/**
 * Of a process that the runtime starts; it need not survive its filter.
 *
 * The runtime's specification takes a profile as it is, as long as nothing in it is the engine's own: `archMap`, `name`,
 * `includes`, `excludes`. Source: https://github.com/opencontainers/runtime-spec/blob/v1.2.1/config-linux.md#seccomp
 *
 * Every start has a state folder of its own: crun takes a filter from its cache for a profile that differs from an earlier
 * one in `errnoRet` alone.
 * Source: https://github.com/containers/crun/blob/1.28/src/libcrun/seccomp.c (calculate_seccomp_checksum)
 */
export async function filtersUnderRuntime(lab: RuntimeLab, profile: string): Promise<readonly EnforcedFilter[]> {
  const id = `tightfit-${process.pid}-${(started += 1)}`;
  mkdirSync(join(lab.folder, id));
  writeFileSync(join(lab.folder, id, 'config.json'), specification(lab, profile));
  const bundle = join(lab.seenAs, id);
  const runtime = [...lab.command, '--root', join(bundle, 'state'), '--log', join(bundle, 'log')];
  try {
    return await dumpFilters(lab.folder, [...runtime, ...START[lab.name], '--bundle', bundle, id]);
  } finally {
    await asRoot(...runtime, 'delete', '--force', id);
  }
}

/** runc loads the filter before it waits for the start, crun after. */
const START = { runc: ['create'], crun: ['run'] } as const satisfies Record<RuntimeLab['name'], readonly string[]>;

function specification({ seenAs }: RuntimeLab, profile: string): string {
  const specified = {
    ociVersion: '1.0.2',
    root: { path: join(seenAs, 'rootfs'), readonly: true },
    mounts: [{ destination: '/proc', type: 'proc', source: 'proc' }],
    process: { args: ['/pause'], cwd: '/', user: { uid: 0, gid: 0 }, noNewPrivileges: true },
    linux: { namespaces: [{ type: 'pid' }, { type: 'mount' }], seccomp: 0 },
  };
  // As text, for a number of 64 bits does not survive being parsed.
  return JSON.stringify(specified).replace('"seccomp":0', () => `"seccomp":${profile}`);
}
