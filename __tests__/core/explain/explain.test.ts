import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CAPABILITIES } from '../../../src/core/capability/names.js';
import { callsOpenedBy } from '../../../src/core/explain/docker-access.js';
import { explain } from '../../../src/core/explain/explain.js';
import type { ExplainedPage } from '../../../src/core/explain/page.js';
import { groupPurpose } from '../../../src/core/explain/syscall-group.js';
import { SYSCALL_RISKS } from '../../../src/core/seccomp/risk.generated.js';
import { SYSCALL_TABLE } from '../../../src/core/seccomp/syscalls.generated.js';
import { explained } from '../../../src/report/terminal/explained.js';
import { PLAIN } from '../../../src/report/terminal/look.js';

function pagesOf(name: string): readonly ExplainedPage[] {
  const found = explain(name);
  return found.known ? found.pages : [];
}

function factOf(name: string, label: string): string | undefined {
  return pagesOf(name)[0]?.facts.find((fact) => fact.label === label)?.text;
}

describe('explain', () => {
  it('tells what there is to know of keyctl', () => {
    expect(explained(pagesOf('keyctl'), { palette: PLAIN, width: 100 })).toBe(
      `keyctl is a Linux system call for the kernel's keyrings (@keyring).
  Numbers     250 on x86_64, 219 on aarch64, 250 on x32, 288 on x86, 311 on arm, and 13 other ABIs
  Docker      refused by the current default profile with EPERM; no capability opens it
  Risk        T3, weight 10: denied by Docker's current default with its 14 capabilities
  CVEs        in 7 kernel exploits on record: CVE-2009-3624, CVE-2014-9529, CVE-2015-7550,
              CVE-2016-0728, CVE-2016-9604, CVE-2017-12192, CVE-2017-15274
  Needed by   none of the 125 applications that Loupe measured
  libseccomp  known to 2.5 and newer
`,
    );
  });

  it('tells what there is to know of NET_RAW', () => {
    expect(explained(pagesOf('cap_net_raw'), { palette: PLAIN, width: 100 })).toBe(
      `CAP_NET_RAW is Linux capability 13: RAW/PACKET sockets: spoofing/ARP; CVE-2016-8655, CVE-2017-7308;
only Docker-default cap that PSS baseline forbids.
  Docker  granted by default
  Opens   no call of Docker's current default profile
  Risk    high, weight 5
  CVEs    in 2 kernel exploits on record: CVE-2016-8655, CVE-2017-7308
`,
    );
  });

  it.each(['chown', 'CHOWN', 'Chown', ' chown '])('takes %j for the call and the capability', (name) => {
    expect(pagesOf(name).map((page) => `${page.kind} ${page.name}`)).toEqual(['syscall chown', 'capability CHOWN']);
  });

  it.each(['cap_chown', 'CAP_CHOWN'])('takes %j for the capability alone', (name) => {
    expect(pagesOf(name).map((page) => `${page.kind} ${page.name}`)).toEqual(['capability CHOWN']);
  });

  it.each([
    ['keyctrl', 'keyctl'],
    ['openatt', 'openat'],
    ['cap_sysadmin', 'SYS_ADMIN'],
    ['NET_BIND', 'NET_BIND_SERVICE'],
    ['frobnicate', null],
    ['', null],
    ['constructor', null],
  ])('does not know %j and suggests %j', (name, suggestion) => {
    expect(explain(name)).toEqual({ known: false, suggestion });
  });

  it('has a page of full sentences for every syscall and every capability', () => {
    const names = [...Object.keys(SYSCALL_TABLE), ...CAPABILITIES.map((name) => `CAP_${name}`)];
    fc.assert(
      fc.property(fc.constantFrom(...names), (name) => {
        const pages = pagesOf(name);
        expect(pages.length).toBeGreaterThan(0);
        for (const { summary, facts } of pages) {
          expect(summary).toMatch(/\.$/);
          expect(facts.filter(({ text }) => text === '' || /undefined|null/.test(text))).toEqual([]);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('knows the purpose of every group', () => {
    const groups = new Set(Object.values(SYSCALL_RISKS).flatMap((risk) => risk.groups));
    expect([...groups].filter((group) => groupPurpose(group) === null)).toEqual([]);
  });
});

describe('who may make a call by Docker’s default', () => {
  it.each([
    ['read', 'allowed by the current default profile'],
    ['chroot', 'allowed with SYS_CHROOT, which Docker grants by default'],
    ['clone', 'allowed by the current default profile if arg0 & 0x7e020000 == 0; SYS_ADMIN lifts that'],
    [
      'personality',
      'allowed by the current default profile if arg0 is 0, 8, 0x20000, 0x20008 or 0xffffffff; no capability lifts that',
    ],
    ['clone3', 'refused by the current default profile with ENOSYS; SYS_ADMIN opens it'],
    ['bpf', 'refused by the current default profile with EPERM; SYS_ADMIN or BPF opens it'],
    ['kexec_load', 'refused by the current default profile with EPERM; no capability opens it'],
    ['_llseek', 'not judged: neither x86_64 nor aarch64 has it'],
  ])('%s: %s', (name, access) => {
    expect(factOf(name, 'Docker')).toBe(access);
  });

  it('names what a capability opens', () => {
    expect(callsOpenedBy('SYS_CHROOT')).toEqual(['chroot']);
    expect(callsOpenedBy('SYS_NICE')).toEqual(['get_mempolicy', 'mbind', 'set_mempolicy', 'set_mempolicy_home_node']);
    expect(callsOpenedBy('SYS_ADMIN')).toHaveLength(25);
    expect(callsOpenedBy('KILL')).toEqual([]);
  });

  it('names libseccomp where an older one would not know the call, and what is frozen', () => {
    expect(factOf('statmount', 'libseccomp')).toBe('known since 2.6: older ones leave rules about it out');
    expect(factOf('geteuid', 'Frozen')).toContain('never excess');
    expect(factOf('getpid', 'Frozen')).toBeUndefined();
    expect(factOf('socket', 'CVEs')).toBe(
      'in 2 kernel exploits on record: CVE-2015-8543, CVE-2026-31431 (with arg0 38)',
    );
  });
});
