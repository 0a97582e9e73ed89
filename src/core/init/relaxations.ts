import { DOCKER_DEFAULT_CAPABILITIES } from '../capability/names.js';
import { remarked, withRun, type Draft, type DraftRun, type Topic } from './draft.js';
import type { WritablePaths } from './writable-paths.js';

/** One way to ask less of a service: what is given up, and what the policy then says of it. */
export interface Relaxation {
  readonly option: string;
  readonly run: Partial<DraftRun>;
  readonly topic: Topic;
  /** @param failure what was seen with the option, one line */
  readonly remark: (failure: string) => string;
}

/**
 * What a draft may give up when its service does not work under it, the cheapest first. Applied together they leave the
 * engine's defaults, under which the service was seen to work.
 */
export function relaxations({ run }: Draft, paths: WritablePaths): readonly Relaxation[] {
  return [
    ...fileRelaxations(run, paths),
    ...userRelaxations(run),
    ...privilegeRelaxations(run),
    ...limitRelaxations(run),
  ];
}

/** A draft with something given up, and the reason in its comments. */
export function relax(draft: Draft, { run, topic, remark }: Relaxation, failure: string): Draft {
  const cleared = topic === 'files' ? { ...draft, remarks: { ...draft.remarks, files: [] } } : draft;
  return remarked(withRun(cleared, run), topic, remark(failure));
}

function fileRelaxations(run: DraftRun, { tmpfs, system, root }: WritablePaths): readonly Relaxation[] {
  if (!run.readOnly) return [];
  const declared = run.volumes.filter((path) => !tmpfs.includes(path));
  const filled: Relaxation = {
    option: 'tmpfs',
    run: { tmpfs: [], volumes: [...new Set([...declared, ...tmpfs, ...system])].sort() },
    topic: 'files',
    remark: (failure) => `Volumes begin with what the image has there. With tmpfs and less of them: ${failure}.`,
  };
  const writable: Relaxation = {
    option: 'read_only',
    run: { readOnly: false, tmpfs: [] },
    topic: 'files',
    remark: (failure) =>
      `read_only: true broke the service: ${failure}. ${root ? 'It makes files in / itself, where nothing can be mounted.' : ''}`.trimEnd(),
  };
  return tmpfs.length + system.length === 0 ? [writable] : [filled, writable];
}

function userRelaxations({ user }: DraftRun): readonly Relaxation[] {
  if (user === null || !/^\d+:\d+$/.test(user)) return [];
  return [
    {
      option: 'user',
      run: { user: null, capabilities: DOCKER_DEFAULT_CAPABILITIES },
      topic: 'user',
      remark: (failure) => `It serves as ${user}, but starting as that user broke it: ${failure}.`,
    },
  ];
}

function privilegeRelaxations({ capabilities, noNewPrivileges }: DraftRun): readonly Relaxation[] {
  const fewer: Relaxation = {
    option: 'cap_drop',
    run: { capabilities: DOCKER_DEFAULT_CAPABILITIES },
    topic: 'capabilities',
    remark: (failure) => `With the capabilities it was seen to use alone: ${failure}.`,
  };
  const gaining: Relaxation = {
    option: 'no-new-privileges',
    run: { noNewPrivileges: false },
    topic: 'security',
    remark: (failure) =>
      `no-new-privileges:true broke the service: ${failure}. It runs a setuid program, or one with file capabilities.`,
  };
  return [
    ...(capabilities === null || capabilities.length === DOCKER_DEFAULT_CAPABILITIES.length ? [] : [fewer]),
    ...(noNewPrivileges ? [gaining] : []),
  ];
}

function limitRelaxations({ pidsLimit, memLimit }: DraftRun): readonly Relaxation[] {
  if (pidsLimit === null && memLimit === null) return [];
  return [
    {
      option: 'limits',
      run: { pidsLimit: null, memLimit: null },
      topic: 'limits',
      remark: (failure) => `With limits made of what was measured: ${failure}. Set your own.`,
    },
  ];
}
