import { expect, test } from '@jest/globals';
import { listeningSockets } from '../../../src/adapters/docker/engine-process.js';

test('sockets that listen are told from connections and from those without a path', () => {
  const table = `Num       RefCount Protocol Flags    Type St Inode Path
0000000000000001: 00000002 00000000 00010000 0001 01  4858 /run/tightfit/docker.sock
0000000000000002: 00000003 00000000 00000000 0001 03 2830280 /run/tightfit/docker.sock
0000000000000003: 00000002 00000000 00010000 0001 01 77 @abstract
0000000000000004: 00000002 00000000 00010000 0005 01 78 /run/udev/control
0000000000000005: 00000002 00000000 00010000 0001 01 2722221 /run/with space.sock
`;
  expect(listeningSockets(table)).toEqual([
    { inode: '4858', path: '/run/tightfit/docker.sock' },
    { inode: '2722221', path: '/run/with space.sock' },
  ]);
});
