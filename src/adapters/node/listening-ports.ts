/** State LISTEN. https://docs.kernel.org/networking/proc_net_tcp.html */
const LISTEN = '0A';

/** 127.0.0.0/8, ::1 and 127.0.0.0/8 as IPv6 writes it, in words of 32 bits with the last byte first. */
const LOOPBACK = /^(?:[0-9A-F]{6}7F|0{24}01000000|0{16}FFFF0000[0-9A-F]{6}7F)$/;

/**
 * The TCP ports of a network namespace that something outside can connect to, sorted; what listens on loopback alone is left out.
 * @param tcp text of `/proc/<pid>/net/tcp`
 * @param tcp6 text of `/proc/<pid>/net/tcp6`
 */
export function listeningPorts(tcp: string, tcp6: string): readonly number[] {
  const ports = `${tcp}\n${tcp6}`.split('\n').flatMap((line) => {
    const [, address = '', port = '', state] = /^\s*\d+: ([0-9A-F]+):([0-9A-F]{4}) \S+ ([0-9A-F]{2}) /.exec(line) ?? [];
    return state !== LISTEN || LOOPBACK.test(address) ? [] : [Number.parseInt(port, 16)];
  });
  return [...new Set(ports)].sort((a, b) => a - b);
}
