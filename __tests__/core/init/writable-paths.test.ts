import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { writablePaths, type WrittenPath } from '../../../src/core/init/writable-paths.js';

const added = (path: string): WrittenPath => ({ path, kind: 'added', folder: false });
const folder = (path: string): WrittenPath => ({ path, kind: 'modified', folder: true });

describe('writablePaths', () => {
  it('sorts folders by what becomes of their content', () => {
    const written = [
      folder('/run'),
      added('/run/a.pid'),
      folder('/var'),
      folder('/var/lib'),
      folder('/var/lib/a'),
      added('/etc/a.conf'),
    ];
    expect(writablePaths(written, [])).toEqual({
      tmpfs: ['/run'],
      volumes: ['/var/lib/a'],
      system: ['/etc'],
      root: false,
    });
  });

  it('takes a folder that says no more than "modified" for one in which something was made and removed', () => {
    expect(writablePaths([folder('/srv/cache')], []).volumes).toEqual(['/srv/cache']);
    expect(writablePaths([folder('/srv'), folder('/srv/cache')], []).volumes).toEqual(['/srv/cache']);
  });

  it('takes the folder of a file that was changed or removed', () => {
    expect(writablePaths([{ path: '/srv/a', kind: 'modified', folder: false }], []).volumes).toEqual(['/srv']);
    expect(writablePaths([{ path: '/srv/a', kind: 'deleted', folder: false }], []).volumes).toEqual(['/srv']);
  });

  it('leaves out what is mounted anyway and what the engine itself makes', () => {
    const written = [
      added('/data/x'),
      added('/dev/console'),
      added('/proc/x'),
      { path: '/etc/hosts', kind: 'modified', folder: false },
    ] as const;
    expect(writablePaths(written, ['/data'])).toEqual({ tmpfs: [], volumes: [], system: [], root: false });
  });

  it('tells a file in the root itself apart: nothing can be mounted there', () => {
    expect(writablePaths([added('/core')], [])).toEqual({ tmpfs: [], volumes: [], system: [], root: true });
  });

  it('covers every path that was written, and nothing twice', () => {
    const path = fc
      .array(fc.constantFrom('run', 'var', 'lib', 'srv', 'etc', 'a', 'b'), { minLength: 1, maxLength: 4 })
      .map((names) => `/${names.join('/')}`);
    fc.assert(
      fc.property(fc.array(path.map(added), { maxLength: 8 }), (written) => {
        const { tmpfs, volumes, system, root } = writablePaths(written, []);
        const places = [...tmpfs, ...volumes, ...system];
        for (const { path: one } of written) {
          const covered = places.some((place) => one.startsWith(`${place}/`)) || (root && one.lastIndexOf('/') === 0);
          expect(covered).toBe(true);
        }
        for (const place of places)
          expect(places.filter((other) => `${place}/`.startsWith(`${other}/`))).toEqual([place]);
      }),
    );
  });
});
