/** One decision of a security module, as the kernel's audit messages tell it. */
export interface AuditLine {
  readonly module: 'apparmor' | 'selinux';
  /** False where it was only logged: in complain and permissive mode. */
  readonly enforced: boolean;
  /** AppArmor's profile, or the SELinux context of the process. */
  readonly subject: string;
  /** e.g. `mount`, `open`, `capable`; SELinux: the permissions, e.g. `read write`. */
  readonly operation: string;
  /** What it was to be done to; empty when the kernel does not say. Foreign text. */
  readonly target: string;
  /** The name of the thread, which it can choose. Foreign text. */
  readonly program: string;
  /** The process in the host's pid namespace. */
  readonly pid: number;
  /** Milliseconds since 1970, UTC. */
  readonly time: number;
}

/** Longest text kept of a field, in characters. */
const LONGEST = 256;
/** From the kernel's log or from auditd's file. The time has milliseconds. Source: audit_log_start in kernel/audit.c */
const HEAD = /^(?:audit: type=1400 |type=(?:1400|AVC) (?:msg=)?)audit\((\d{1,12})\.(\d{3}):\d+\): /;

/** Reads an audit message about a refusal; `null` for any other text. */
export function parseAuditLine(line: string): AuditLine | null {
  const [head, seconds, milliseconds] = HEAD.exec(line) ?? [];
  if (head === undefined) return null;
  const time = Number(seconds) * 1000 + Number(milliseconds);
  const rest = line.slice(head.length);
  const decision = rest.startsWith('avc:') ? selinux(rest) : appArmor(fieldsOf(rest));
  return decision === null ? null : { ...decision, time };
}

type Decision = Omit<AuditLine, 'time'>;

/** Source: audit_pre in security/apparmor/audit.c, dump_common_audit_data in security/lsm_audit.c */
function appArmor(fields: Fields): Decision | null {
  const state = fields.get('apparmor') ?? '';
  const pid = pidOf(fields);
  if (!['DENIED', 'KILLED', 'ALLOWED'].includes(state) || pid === null) return null;
  return {
    module: 'apparmor',
    enforced: state !== 'ALLOWED',
    subject: fields.get('profile') ?? '',
    operation: fields.get('operation') ?? '',
    target: first(fields, ['name', 'capname', 'family', 'peer']),
    program: fields.get('comm') ?? '',
    pid,
  };
}

/** Source: avc_audit_pre_callback and avc_audit_post_callback in security/selinux/avc.c */
function selinux(text: string): Decision | null {
  const [, permissions = '', rest = ''] = /^avc:\s+denied\s+\{([^}]*)\} for\s+(.*)$/.exec(text) ?? [];
  const fields = fieldsOf(rest);
  const pid = pidOf(fields);
  if (pid === null) return null;
  const kind = fields.get('tclass') ?? '';
  const label = fields.get('tcontext') ?? '';
  return {
    module: 'selinux',
    enforced: fields.get('permissive') !== '1',
    subject: fields.get('scontext') ?? '',
    operation: permissions.trim(),
    target: [kind, first(fields, ['path', 'name', 'dest', 'capability']), label].filter(Boolean).join(' '),
    program: fields.get('comm') ?? '',
    pid,
  };
}

type Fields = ReadonlyMap<string, string>;

/** `key="text"`, `key=word`, or, for text with quotes or control characters, its bytes in hexadecimal. */
function fieldsOf(text: string): Fields {
  const found = text.matchAll(/(?:^| )([a-z_]+)=(?:"([^"]*)"|(\S+))/g);
  return new Map(
    [...found].map(([, key = '', quoted, word = '']) => [key, (quoted ?? decoded(key, word)).slice(0, LONGEST)]),
  );
}

/** Fields of whatever text, which the kernel writes bare only when it encodes it. Source: audit_log_untrustedstring in kernel/audit.c */
const UNTRUSTED = ['comm', 'name', 'path', 'profile'];

function decoded(key: string, word: string): string {
  if (!UNTRUSTED.includes(key) || !/^([0-9A-F]{2})+$/.test(word)) return word;
  const bytes = word.match(/../g) ?? [];
  return bytes.map((byte) => printable(Number.parseInt(byte, 16))).join('');
}

function printable(code: number): string {
  return code >= 0x20 && code < 0x7f ? String.fromCharCode(code) : '?';
}

function pidOf(fields: Fields): number | null {
  const text = fields.get('pid') ?? '';
  return /^\d{1,10}$/.test(text) ? Number(text) : null;
}

function first(fields: Fields, keys: readonly string[]): string {
  return keys.map((key) => fields.get(key) ?? '').find((text) => text !== '') ?? '';
}
