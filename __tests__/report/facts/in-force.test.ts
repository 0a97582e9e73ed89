import { expect, test } from '@jest/globals';
import type { ProcessFacts } from '../../../src/core/smoke/outcome.js';
import { inForce } from '../../../src/report/facts/in-force.js';

const PROCESS: ProcessFacts = {
  pid: 1,
  lineage: 'nginx',
  uid: 0,
  gid: 0,
  capEff: '0',
  capPrm: '0',
  capBnd: '0',
  capAmb: '0',
  noNewPrivs: true,
  seccomp: 2,
  seccompFilters: 1,
};

test.each([
  [null, "not seen: this machine's /proc does not show the service's processes"],
  [[], 'no process was seen'],
  [[PROCESS], 'uid 0, no capability in effect, no_new_privs on, seccomp filter on'],
  [
    [
      { ...PROCESS, uid: 101, capEff: '400' },
      { ...PROCESS, capEff: '80', noNewPrivs: false, seccomp: 0 },
    ],
    'uid 0 and 101, SETUID and NET_BIND_SERVICE in effect, no_new_privs off in some processes, seccomp filter off in some processes',
  ],
  [
    [{ ...PROCESS, capEff: 'a80425fb', noNewPrivs: false, seccomp: 0 }],
    'uid 0, 14 capabilities in effect, no_new_privs off, seccomp filter off',
  ],
] as const)('says what holds for all processes', (processes, expected) => {
  expect(inForce(processes)).toBe(expected);
});
