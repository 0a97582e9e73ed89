import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { cgroupFolders, type CgroupFolders, type Controller } from '../../../src/adapters/node/cgroup-folders.js';
import { parseMountInfo } from '../../../src/adapters/node/mount-info.js';
import { BY_NAME, HYBRID, ID, UNIFIED, type CgroupMachine } from '../../support/cgroup-machines.js';

function foldersOn({ cgroup, mountinfo }: CgroupMachine, controller: Controller): CgroupFolders | null {
  return cgroupFolders(cgroup, parseMountInfo(mountinfo), controller);
}

describe('cgroupFolders', () => {
  test.each([
    ['by name', BY_NAME, 1, '/sys/fs/cgroup/cpu', [`/docker/${ID}`, '/docker', '']],
    ['together', HYBRID, 1, '/sys/fs/cgroup/cpu,cpuacct', [`/system.slice/docker-${ID}.scope`, '/system.slice', '']],
    ['in version 2', UNIFIED, 2, '/sys/fs/cgroup', [`/system.slice/docker-${ID}.scope`, '/system.slice', '']],
  ] as const)('finds a controller that is mounted %s, and what is above', (_, machine, version, top, paths) => {
    expect(foldersOn(machine, 'cpu')).toEqual({ version, folders: paths.map((path) => `${top}${path}`) });
  });

  test('goes to version 2 for a controller that version 1 does not have', () => {
    const cgroup = BY_NAME.cgroup.replace(/^.*:pids:.*\n/m, '');
    expect(foldersOn({ ...BY_NAME, cgroup }, 'pids')).toMatchObject({
      version: 2,
      folders: [`/sys/fs/cgroup/unified/docker/${ID}`, '/sys/fs/cgroup/unified/docker', '/sys/fs/cgroup/unified'],
    });
  });

  test('sees what is below the part of a hierarchy that is mounted, and nothing else', () => {
    const mountinfo = '30 1 0:25 /docker/outer /sys/fs/cgroup rw - cgroup2 cgroup rw';
    const at = (path: string): readonly string[] | undefined =>
      foldersOn({ cgroup: `0::${path}\n`, mountinfo }, 'pids')?.folders;
    expect(at('/docker/outer/a/b')).toEqual(['/sys/fs/cgroup/a/b', '/sys/fs/cgroup/a', '/sys/fs/cgroup']);
    expect(at('/docker/outer')).toEqual(['/sys/fs/cgroup']);
    expect(at('/docker/outermost')).toBeUndefined();
    expect(at('/../elsewhere')).toBeUndefined();
  });

  test('gives nothing for a hierarchy that is not mounted, or for no text', () => {
    expect(foldersOn({ ...UNIFIED, mountinfo: '' }, 'memory')).toBeNull();
    expect(foldersOn({ ...UNIFIED, cgroup: '' }, 'memory')).toBeNull();
  });

  test('takes a colon in a path for a part of it', () => {
    expect(foldersOn({ ...UNIFIED, cgroup: '0::/a:b/c\n' }, 'cpu')?.folders[0]).toBe('/sys/fs/cgroup/a:b/c');
  });

  test('never leaves where the hierarchy is mounted, whatever the text', () => {
    const part = fc.constantFrom('a', '..', '.', '', 'b:c', ID, ' ', '\n', '0::');
    const text = fc.array(part).map((parts) => `0::/${parts.join('/')}\n`);
    fc.assert(
      fc.property(fc.oneof(text, fc.string({ unit: 'binary' })), (cgroup) => {
        const folders = foldersOn({ ...UNIFIED, cgroup }, 'pids')?.folders ?? ['/sys/fs/cgroup'];
        expect(folders.at(-1)).toBe('/sys/fs/cgroup');
        expect(folders.every((folder) => `${folder}/`.startsWith('/sys/fs/cgroup/'))).toBe(true);
      }),
    );
  });
});
