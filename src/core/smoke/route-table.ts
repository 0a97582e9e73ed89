/**
 * The interface that packets to an IPv4 address leave by: of the most specific route, of those the one with the lowest metric; `null`
 * when there is none. The address of a kernel whose lowest byte comes first is written backwards, so bits are compared as written.
 * https://man7.org/linux/man-pages/man5/proc_pid_net.5.html
 * @param table text of `/proc/net/route`
 */
export function interfaceTo(table: string, address: string): string | null {
  const wanted = address.split('.').reduceRight((value, part) => value * 256 + Number(part), 0);
  const matching = table
    .split('\n')
    .map(parseRoute)
    .filter((route) => route !== null)
    .filter(({ destination, mask }) => and(wanted, mask) === destination);
  matching.sort((one, other) => bits(other.mask) - bits(one.mask) || one.metric - other.metric);
  return matching[0]?.name ?? null;
}

interface TableRoute {
  readonly name: string;
  readonly destination: number;
  readonly mask: number;
  readonly metric: number;
}

/** RTF_UP. https://github.com/torvalds/linux/blob/v6.12/include/uapi/linux/route.h */
const UP = 1;

function parseRoute(line: string): TableRoute | null {
  const [name = '', destination = '', , flags = '', , , metric = '', mask = ''] = line.trim().split(/\s+/);
  if (!/^[0-9A-F]{8}$/.test(destination) || !/^[0-9A-F]{8}$/.test(mask)) return null;
  if ((Number.parseInt(flags, 16) & UP) === 0) return null;
  return {
    name,
    destination: Number.parseInt(destination, 16),
    mask: Number.parseInt(mask, 16),
    metric: Number(metric),
  };
}

function and(one: number, other: number): number {
  return (one & other) >>> 0;
}

function bits(mask: number): number {
  return mask.toString(2).replaceAll('0', '').length;
}
