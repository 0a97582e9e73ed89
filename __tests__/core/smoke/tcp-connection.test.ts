import { describe, expect, test } from '@jest/globals';
import { holdsConnection } from '../../../src/core/smoke/tcp-connection.js';

/** A server on 172.18.0.2:8080 that 172.18.0.1:45678 is connected to; 10.0.0.9:443 is somebody else. */
const TABLE = `  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
   0: 00000000:1F90 00000000:0000 0A 00000000:00000000 00:00000000 00000000    33        0 34567 1 0 100 0 0 10 0
   1: 020012AC:1F90 010012AC:B26E 01 00000000:00000000 00:00000000 00000000    33        0 34568 1 0 20 4 30 10 -1
   2: 020012AC:C001 0900000A:01BB 01 00000000:00000000 00:00000000 00000000    33        0 34569 1 0 20 4 30 10 -1
`;

/** As a server that listens on :: shows the same connection. */
const TABLE6 = TABLE.replace(
  '020012AC:1F90 010012AC',
  '0000000000000000FFFF0000020012AC:1F90 0000000000000000FFFF0000010012AC',
);

const NEAR = { address: '172.18.0.1', port: 45678 };

describe('holdsConnection', () => {
  test.each([
    ['IPv4', TABLE],
    ['IPv6', TABLE6],
    ['a connection that is not accepted yet', TABLE.replace('B26E 01', 'B26E 03')],
    ['a connection that the service has closed', TABLE.replace('B26E 01', 'B26E 06')],
    ['a port that is redirected', TABLE.replace('020012AC:1F90 01', '020012AC:2382 01')],
  ])('finds it in a table of %s', (_, table) => {
    expect(holdsConnection(table, '172.18.0.2', NEAR)).toBe(true);
  });

  test.each([
    ['another port of ours', '172.18.0.2', { ...NEAR, port: 45679 }],
    ['another address of ours', '172.18.0.2', { ...NEAR, address: '172.18.0.11' }],
    ['another address of the service', '172.18.0.3', NEAR],
    ['no address', '', { address: '', port: 0 }],
    ['an address that is not one', '172.18.0.999', NEAR],
  ])('does not find %s', (_, far, near) => {
    expect(holdsConnection(TABLE, far, near)).toBe(false);
    expect(holdsConnection(TABLE6, far, near)).toBe(false);
  });

  test('finds nothing in an empty table', () => {
    expect(holdsConnection('', '172.18.0.2', NEAR)).toBe(false);
  });
});
