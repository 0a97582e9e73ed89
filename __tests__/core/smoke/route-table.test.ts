import { describe, expect, test } from '@jest/globals';
import { interfaceTo } from '../../../src/core/smoke/route-table.js';

const HEAD = 'Iface\tDestination\tGateway \tFlags\tRefCnt\tUse\tMetric\tMask\t\tMTU\tWindow\tIRTT';

function table(...routes: readonly string[]): string {
  return `${[HEAD, ...routes].join('\n')}\n`;
}

const DEFAULT = 'eth0\t00000000\t0101A8C0\t0003\t0\t0\t0\t00000000\t0\t0\t0';
/** 172.18.0.0/16 */
const BRIDGE = 'br-0123456789ab\t000012AC\t00000000\t0001\t0\t0\t0\t0000FFFF\t0\t0\t0';
/** 172.16.0.0/12 */
const VPN = 'tun0\t000010AC\t00000000\t0001\t0\t0\t0\t0000F0FF\t0\t0\t0';

describe('interfaceTo', () => {
  test.each([
    ['172.18.0.2', [DEFAULT, VPN, BRIDGE], 'br-0123456789ab'],
    ['172.18.255.254', [BRIDGE, DEFAULT], 'br-0123456789ab'],
    ['172.19.0.2', [DEFAULT, VPN, BRIDGE], 'tun0'],
    ['10.0.0.1', [DEFAULT, VPN, BRIDGE], 'eth0'],
    ['10.0.0.1', [BRIDGE], null],
    ['172.18.0.2', [], null],
  ])('%s', (address, routes, expected) => {
    expect(interfaceTo(table(...routes), address)).toBe(expected);
  });

  test('takes the lowest metric of two routes that are as specific', () => {
    const costly = BRIDGE.replace('br-0123456789ab', 'tun1').replace('0001\t0\t0\t0', '0001\t0\t0\t50');
    expect(interfaceTo(table(costly, BRIDGE), '172.18.0.2')).toBe('br-0123456789ab');
    expect(interfaceTo(table(BRIDGE, costly), '172.18.0.2')).toBe('br-0123456789ab');
  });

  test('leaves out a route that is down', () => {
    expect(interfaceTo(table(DEFAULT, BRIDGE.replace('0001', '0000')), '172.18.0.2')).toBe('eth0');
  });
});
