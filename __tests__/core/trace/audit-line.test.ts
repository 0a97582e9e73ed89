import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseAuditLine } from '../../../src/core/trace/audit-line.js';

const HEAD = 'audit: type=1400 audit(1796085759.464:113): ';
/** As Linux 6.12 of Debian 13 wrote them while containers of Docker 26.1.5 were refused something. */
const MOUNT =
  'apparmor="DENIED" operation="mount" class="mount" info="failed type match" error=-13 profile="tf-enforce" name="/tmp/" pid=1807 comm="mount" fstype="tmpfs" srcname="none" flags="rw, silent"';
const OPEN =
  'apparmor="DENIED" operation="open" class="file" profile="tf-enforce" name="/www/secret" pid=1785 comm="cat" requested_mask="r" denied_mask="r" fsuid=0 ouid=0';
const NOT_LOADED =
  'apparmor="DENIED" operation="change_onexec" class="file" info="label not found" error=-2 profile="runc" name="nosuch" pid=1009 comm="runc:[2:INIT]"';
const COMPLAIN =
  'apparmor="ALLOWED" operation="mount" class="mount" info="failed mntpnt match" error=-13 profile="tf-complain" name="/tmp/" pid=1898 comm="mount" fstype="tmpfs" srcname="none" flags="rw, silent"';

describe('an AppArmor message', () => {
  it.each([
    [
      MOUNT,
      { enforced: true, subject: 'tf-enforce', operation: 'mount', target: '/tmp/', program: 'mount', pid: 1807 },
    ],
    [
      OPEN,
      { enforced: true, subject: 'tf-enforce', operation: 'open', target: '/www/secret', program: 'cat', pid: 1785 },
    ],
    [
      NOT_LOADED,
      { subject: 'runc', operation: 'change_onexec', target: 'nosuch', program: 'runc:[2:INIT]', pid: 1009 },
    ],
    [COMPLAIN, { enforced: false, subject: 'tf-complain', operation: 'mount', target: '/tmp/', pid: 1898 }],
    [
      'apparmor="DENIED" operation="capable" class="cap" profile="web" pid=7 comm="nginx" capability=21  capname="sys_admin"',
      { operation: 'capable', target: 'sys_admin', program: 'nginx' },
    ],
    [
      'apparmor="DENIED" operation="open" profile="web" name=2F7372762F61206222 pid=7 comm=6120620A',
      { target: '/srv/a b"', program: 'a b?' },
    ],
  ])('%s', (text, expected) => {
    expect(parseAuditLine(HEAD + text)).toMatchObject({ module: 'apparmor', time: 1796085759464, ...expected });
  });

  it.each([
    'apparmor="STATUS" operation="profile_load" profile="unconfined" name="docker-default" pid=543 comm="apparmor_parser"',
    'apparmor="AUDIT" operation="open" profile="web" name="/etc/passwd" pid=7 comm="cat"',
    'apparmor="DENIED" operation="open" profile="web" name="/x" comm="cat"',
    'apparmor="DENIED" operation="open" profile="web" name="/x" pid=none comm="cat"',
  ])('that tells of no refusal by a process: %s', (text) => {
    expect(parseAuditLine(HEAD + text)).toBeNull();
  });
});

/** Recorded elsewhere: these machines have no SELinux. */
const AVC =
  'avc:  denied  { read write } for  pid=2465 comm="httpd" name="index.html" dev="dm-0" ino=67 scontext=system_u:system_r:container_t:s0:c84,c940 tcontext=unconfined_u:object_r:user_home_t:s0 tclass=file permissive=0';

describe('an SELinux message', () => {
  const expected = {
    module: 'selinux',
    enforced: true,
    subject: 'system_u:system_r:container_t:s0:c84,c940',
    operation: 'read write',
    target: 'file index.html unconfined_u:object_r:user_home_t:s0',
    program: 'httpd',
    pid: 2465,
    time: 1796085759464,
  };

  it.each([
    ['of the kernel', HEAD],
    ['of auditd', 'type=AVC msg=audit(1796085759.464:113): '],
    ['of auditd without a name', 'type=1400 audit(1796085759.464:113): '],
  ])('%s', (_, head) => {
    expect(parseAuditLine(head + AVC)).toEqual(expected);
  });

  it('of a permissive domain refuses nothing', () => {
    const line = HEAD + AVC.replace('permissive=0', 'permissive=1');
    expect(parseAuditLine(line)).toEqual({ ...expected, enforced: false });
  });

  it('that something is granted is not a refusal', () => {
    expect(parseAuditLine(HEAD + AVC.replace('denied', 'granted'))).toBeNull();
  });
});

describe('any other text', () => {
  it('is none', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(parseAuditLine(text)).toBeNull();
      }),
    );
  });

  it('after the head of a message is read without failing, and never makes up a pid', () => {
    const field = fc.tuple(fc.constantFrom('apparmor', 'pid', 'comm', 'name', 'operation'), fc.string());
    const line = fc.array(field).map((fields) => fields.map(([key, value]) => `${key}="${value}"`).join(' '));
    fc.assert(
      fc.property(line, (text) => {
        const parsed = parseAuditLine(HEAD + text);
        if (parsed !== null) expect(text).toContain(`pid="${parsed.pid}`);
      }),
    );
  });

  it('in a field stays in it: the name of a program cannot add a field', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii' }), (name) => {
        const comm =
          /["\\\0-\x20\x7f]/.test(name) || name === '' ? Buffer.from(name).toString('hex').toUpperCase() : `"${name}"`;
        const line = `${HEAD}apparmor="DENIED" operation="open" profile="web" name="/x" pid=7 comm=${comm} requested_mask="r"`;
        expect(parseAuditLine(line)).toMatchObject({ subject: 'web', operation: 'open', target: '/x', pid: 7 });
      }),
    );
  });
});
