import { describe, expect, it } from '@jest/globals';
import { listeningPorts } from '../../../src/adapters/node/listening-ports.js';

const HEAD = '  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode\n';

describe('listeningPorts', () => {
  it('gives what listens on any address of IPv4 and IPv6, each once', () => {
    const tcp = `${HEAD}   0: 00000000:1F90 00000000:0000 0A 00000000:00000000 00:00000000 00000000    33        0 1 1 0\n   1: 0200000A:01BB 0100000A:C001 01 00000000:00000000 00:00000000 00000000 0 0 2 1 0\n`;
    const tcp6 = `${HEAD}   0: 00000000000000000000000000000000:1F90 00000000000000000000000000000000:0000 0A 0:0\n   1: 00000000000000000000000000000000:01BD 00000000000000000000000000000000:0000 0A 0:0\n`;
    expect(listeningPorts(tcp, tcp6)).toEqual([445, 8080]);
  });

  it('leaves out what listens on loopback alone', () => {
    const tcp = '   0: 0B00007F:A0F1 00000000:0000 0A 0:0\n';
    const tcp6 = [
      '   0: 00000000000000000000000001000000:0050 00000000000000000000000000000000:0000 0A 0:0',
      '   1: 0000000000000000FFFF00000100007F:0051 00000000000000000000000000000000:0000 0A 0:0',
    ].join('\n');
    expect(listeningPorts(tcp, tcp6)).toEqual([]);
  });

  it('gives nothing for no text', () => {
    expect(listeningPorts('', '')).toEqual([]);
  });
});
