import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatCsv } from './csv.mjs';
import { compareWithLibseccomp } from './compare-with-libseccomp.mjs';
import { withDebianArchive } from './debian-archive.mjs';

/** Where linux-libc-dev keeps each ABI's numbers. The first folder speaks for every machine, the second for x86 alone. */
const HEADERS = {
  'usr/lib/linux/uapi': {
    'x86/asm/unistd_64.h': 'x86_64',
    'x86/asm/unistd_x32.h': 'x32',
    'x86/asm/unistd_32.h': 'x86',
    'arm64/asm/unistd_64.h': 'aarch64',
    'arm/asm/unistd-eabi.h': 'arm',
    'arm/asm/unistd.h': 'arm',
    'loongarch/asm/unistd_64.h': 'loongarch64',
    'm68k/asm/unistd_32.h': 'm68k',
    'mips/asm/unistd_o32.h': 'mips',
    'mips/asm/unistd_n64.h': 'mips64',
    'mips/asm/unistd_n32.h': 'mips64n32',
    'parisc/asm/unistd_32.h': 'parisc',
    'parisc/asm/unistd_64.h': 'parisc64',
    'powerpc/asm/unistd_32.h': 'ppc',
    'powerpc/asm/unistd_64.h': 'ppc64',
    'riscv/asm/unistd_64.h': 'riscv64',
    's390/asm/unistd_32.h': 's390',
    's390/asm/unistd_64.h': 's390x',
    'sh/asm/unistd_32.h': 'sh',
  },
  'usr/include/x86_64-linux-gnu': {
    'asm/unistd_64.h': 'x86_64',
    'asm/unistd_x32.h': 'x32',
    'asm/unistd_32.h': 'x86',
  },
};
const NUMBERED_ABIS = ['x86_64', 'x32', 'x86', 'aarch64', 'arm'];
const COLUMNS = ['name', ...NUMBERED_ABIS, 'other_abis', 'sources'];
/** Calls of no kernel that Docker runs on, or macros that only look like calls. */
const NOT_A_CALL =
  /^(Linux|syscalls|SYSCALL_BASE|BASE|OABI_SYSCALL_BASE|.*_Linux|.*_Linux_syscalls|arch_specific_syscall|SYSCALL_MASK)$/;

/** Where the calls begin that only 32-bit arm has: __ARM_NR_BASE in arch/arm/include/uapi/asm/unistd.h */
const ARM_PRIVATE_BASE = 0xf0000;

/**
 * The text of data/syscalls.csv, from the kernel headers and libseccomp in three of Debian's suites: each name, its
 * numbers, the other ABIs that have it, and every source that names it. Throws when a libseccomp resolves a name to another
 * number than the headers give.
 */
export function refreshSyscalls() {
  return withDebianArchive(['bookworm', 'trixie', 'sid'], (unpack) => {
    /** @type {Map<string, { numbers: Map<string, string>, sources: Set<string> }>} */
    const table = new Map();
    const tool = join(unpack('seccomp', 'trixie').folder, 'usr/bin/scmp_sys_resolver');
    const libraries = [];
    for (const suite of ['bookworm', 'trixie', 'sid']) {
      const linux = unpack('linux-libc-dev', suite);
      for (const call of kernelCalls(linux.folder)) record(table, { ...call, source: `linux-${linux.version}` });
      const libseccomp = unpack('libseccomp-dev', suite);
      for (const name of libseccompNames(libseccomp.folder)) {
        record(table, { name, source: `libseccomp-${libseccomp.fullVersion}` });
      }
      libraries.push(unpack('libseccomp2', suite));
    }
    for (const library of libraries) compareWithLibseccomp(table, { tool, library });
    return formatCsv(COLUMNS, [...table].sort(byName).map(toRow));
  });
}

/** @param {string} folder */
function kernelCalls(folder) {
  return Object.entries(HEADERS).flatMap(([root, files]) =>
    Object.entries(files).flatMap(([file, abi]) => {
      const path = join(folder, root, file);
      return existsSync(path) ? callsOfHeader(readFileSync(path, 'utf8')).map((call) => ({ ...call, abi })) : [];
    }),
  );
}

/** @param {string} text */
function callsOfHeader(text) {
  const definition = /^#\s*define\s+__(ARM_)?NR_(\w+)\s+(?:\(\s*__\w+\s*\+\s*)?(\w+)/gm;
  return [...text.matchAll(definition)]
    .filter(([, , name = '', number = '']) => !NOT_A_CALL.test(name) && /^(\d+|0x[0-9a-f]+)$/i.test(number))
    .map(([, base, name = '', number = '']) => ({
      name,
      number: base === undefined ? number : String(ARM_PRIVATE_BASE + Number(number)),
    }));
}

/** @param {string} folder */
function libseccompNames(folder) {
  const text = readFileSync(join(folder, 'usr/include/seccomp-syscalls.h'), 'utf8');
  return new Set([...text.matchAll(/^#define\s+__SNR_(\w+)/gm)].map(([, name = '']) => name));
}

/**
 * @param {Map<string, { numbers: Map<string, string>, sources: Set<string> }>} table
 * @param {{ name: string, source: string, abi?: string, number?: string }} fact
 */
function record(table, { name, source, abi, number }) {
  const entry = table.get(name) ?? { numbers: new Map(), sources: new Set() };
  table.set(name, entry);
  entry.sources.add(source);
  if (abi === undefined || number === undefined) return;
  const before = entry.numbers.get(abi);
  if (NUMBERED_ABIS.includes(abi) && before !== undefined && before !== number) {
    throw new Error(`${name} is ${before} and ${number} on ${abi}`);
  }
  entry.numbers.set(abi, number);
}

/** @param {[string, unknown]} a @param {[string, unknown]} b */
function byName([a], [b]) {
  return a < b ? -1 : 1;
}

/** @param {[string, { numbers: Map<string, string>, sources: Set<string> }]} entry */
function toRow([name, { numbers, sources }]) {
  const others = [...numbers.keys()].filter((abi) => !NUMBERED_ABIS.includes(abi));
  return {
    name,
    ...Object.fromEntries(NUMBERED_ABIS.map((abi) => [abi, numbers.get(abi) ?? ''])),
    other_abis: others.sort().join(' '),
    sources: [...sources].join(' '),
  };
}
