import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseMountInfo, rootMount } from '../../../src/adapters/node/mount-info.js';

/** Of a container with `--read-only`, shortened. */
const CONTAINER = `204 133 0:73 / / ro,relatime master:3 - overlay overlay rw,lowerdir=/l/A:/l/B,upperdir=/u,workdir=/w
205 204 0:76 / /proc rw,nosuid,nodev,noexec,relatime - proc proc rw
222 204 254:0 /containers/x/hostname /etc/hostname ro,relatime - ext4 /dev/vda rw,discard
`;

describe('parseMountInfo', () => {
  test('reads device, root, point, type and what is read-only', () => {
    expect(parseMountInfo(CONTAINER)[2]).toEqual({
      device: '254:0',
      root: '/containers/x/hostname',
      point: '/etc/hostname',
      readOnly: true,
      type: 'ext4',
      superReadOnly: false,
      superOptions: ['rw', 'discard'],
    });
  });

  test('skips any number of optional fields', () => {
    const line = '1 0 8:1 / /a rw shared:1 master:2 propagate_from:3 unbindable - ext4 /dev/root ro,x';
    expect(parseMountInfo(line)).toMatchObject([{ point: '/a', type: 'ext4', readOnly: false, superReadOnly: true }]);
  });

  test.each([
    ['/mnt/my\\040disk', '/mnt/my disk'],
    ['/a\\011b\\012c', '/a\tb\nc'],
    ['/back\\134slash', '/back\\slash'],
    ['/not\\134040a space', '/not\\040a'],
    ['/ünicode', '/ünicode'],
  ])('unescapes %s', (written, point) => {
    expect(parseMountInfo(`1 0 8:1 / ${written} rw - ext4 dev rw`)[0]?.point).toBe(point);
  });

  test('is not fooled by a mount point that looks like the end of the optional fields', () => {
    expect(parseMountInfo('1 0 8:1 - - ro - tmpfs - rw')).toMatchObject([
      { root: '-', point: '-', readOnly: true, type: 'tmpfs', superReadOnly: false },
    ]);
  });

  test.each([
    '',
    '1 0 8:1',
    '1 0 8:1 / / rw shared:1',
    '1 0 8:1 / / rw -',
    '1 0 8:1 / / rw - ext4 x',
    '1 0 x / / rw - a b rw',
    '1 1 8:1   1 - 1 1 1',
  ])('leaves %j out', (line) => {
    expect(parseMountInfo(line)).toEqual([]);
  });

  test('takes any text', () => {
    const words = fc.constantFrom('1', '8:1', '/', '-', 'rw', 'ro,a', 'ext4', '\\040', '\\777', '\n', ' ', 'é');
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(words).map((parts) => parts.join(' ')),
    );
    fc.assert(
      fc.property(texts, (text) => {
        for (const { device, point } of parseMountInfo(text)) {
          expect(device).toMatch(/^\d+:\d+$/);
          expect(point).not.toBe('');
        }
      }),
    );
  });
});

describe('rootMount', () => {
  test('tells a read-only mount of a writable file system', () => {
    expect(rootMount(parseMountInfo(CONTAINER))).toEqual({
      device: '0:73',
      mountReadOnly: true,
      superReadOnly: false,
    });
  });

  test('takes the topmost of several', () => {
    const text = `1 1 0:2 / / rw - rootfs rootfs rw\n30 1 8:1 / / ro - ext4 /dev/root ro\n`;
    expect(rootMount(parseMountInfo(text))).toEqual({ device: '8:1', mountReadOnly: true, superReadOnly: true });
  });

  test('knows none for a process whose root is no mount', () => {
    expect(rootMount(parseMountInfo('205 204 0:76 / /proc rw - proc proc rw'))).toBeNull();
  });

  test('takes options of a file system for what they are', () => {
    const text = '1 0 0:9 / / rw,ro - overlay overlay rw,lowerdir=/a,ro,b';
    expect(rootMount(parseMountInfo(text))).toMatchObject({ mountReadOnly: false, superReadOnly: false });
  });
});
