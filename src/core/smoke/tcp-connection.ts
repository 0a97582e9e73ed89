/** One end of a TCP connection over IPv4. */
export interface TcpEnd {
  readonly address: string;
  readonly port: number;
}

/** What `/proc/<pid>/net/tcp6` writes before the address of a peer that speaks IPv4. */
const MAPPED = '0000000000000000FFFF0000';

/**
 * Whether a network namespace holds the far end of a connection, in any state. The port of that end is not compared: a rule in
 * there may redirect it. https://docs.kernel.org/networking/proc_net_tcp.html
 * @param table text of `/proc/<pid>/net/tcp`, of `tcp6` or of both
 * @param far the address that was connected to
 * @param near the end that connected
 */
export function holdsConnection(table: string, far: string, near: TcpEnd): boolean {
  const [own, peer] = [hexAddress(far), hexAddress(near.address)];
  if (own === null || peer === null) return false;
  const port = near.port.toString(16).toUpperCase().padStart(4, '0');
  const pair = new RegExp(`^\\s*\\d+: (?:${MAPPED})?${own}:[0-9A-F]{4} (?:${MAPPED})?${peer}:${port} `, 'm');
  return pair.test(table);
}

/** As a kernel whose lowest byte comes first writes it: `127.0.0.1` is `0100007F`; `null` for other text. */
function hexAddress(address: string): string | null {
  const parts = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(address)?.slice(1).map(Number);
  if (parts === undefined || parts.some((part) => part > 255)) return null;
  return parts
    .map((part) => part.toString(16).toUpperCase().padStart(2, '0'))
    .reverse()
    .join('');
}
