import { describe, expect, it } from '@jest/globals';
import { sysctlNotes } from '../../../src/core/fit/sysctl-notes.js';

const BOTH = { from: ['NET_BIND_SERVICE', 'NET_RAW'], needed: [] } as const;

describe('sysctlNotes', () => {
  it('gives the current values with what they stand in for', () => {
    const [ports, ping] = sysctlNotes(BOTH, { unprivilegedPortStart: '0', pingGroupRange: '0 2147483647' });
    expect(ports).toContain('where net.ipv4.ip_unprivileged_port_start is 0: any port may be bound without it');
    expect(ping).toContain('where net.ipv4.ping_group_range is 0 2147483647: groups 0 to 2147483647 may ping');
  });

  it('says where the settings grant nothing', () => {
    const [ports, ping] = sysctlNotes(BOTH, { unprivilegedPortStart: '1024', pingGroupRange: '1 0' });
    expect(ports).toContain('ports from 1024 on may be bound without it');
    expect(ping).toContain('nobody may ping without it');
  });

  it('says what could not be read', () => {
    const notes = sysctlNotes(BOTH, { unprivilegedPortStart: null, pingGroupRange: null });
    expect(notes.filter((note) => note.includes('could not be read'))).toHaveLength(2);
  });

  it('says nothing of what is needed or was never granted', () => {
    const settings = { unprivilegedPortStart: '0', pingGroupRange: '1 0' };
    expect(sysctlNotes({ from: ['NET_RAW'], needed: ['NET_RAW'] }, settings)).toEqual([]);
  });
});
