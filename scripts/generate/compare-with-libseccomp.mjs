import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

const ABIS = ['x86_64', 'x32', 'x86', 'aarch64', 'arm'];
const X32_BIT = 0x40000000;

/** The kernel has it there, libseccomp 2.5 does not: `filteredNumber` in src/core/seccomp/syscalls.ts knows it. */
const NOT_IN_LIBSECCOMP_2_5 = new Set(['x32 map_shadow_stack']);

/**
 * Asks a libseccomp's own resolver for every name it knows on every ABI that the table has numbers for. Throws with all that it
 * answers differently.
 * @param {Map<string, { numbers: Map<string, string>, sources: Set<string> }>} table
 * @param {{ tool: string, library: import('./debian-archive.mjs').UnpackedPackage }} resolver
 */
export function compareWithLibseccomp(table, { tool, library }) {
  const source = `libseccomp-${library.fullVersion}`;
  const env = { ...process.env, LD_LIBRARY_PATH: join(library.folder, 'usr/lib/x86_64-linux-gnu') };
  const differences = [...table]
    .filter(([, { sources }]) => sources.has(source))
    .flatMap(([name, { numbers }]) =>
      ABIS.flatMap((abi) => {
        const answer = Number(execFileSync(tool, ['-a', abi, name], { env, encoding: 'utf8' }));
        const theirs = abi === 'x32' && answer >= 0 ? answer - X32_BIT : answer;
        const number = numbers.get(abi);
        const isSame = number === undefined ? theirs < 0 : theirs === Number(number);
        return isSame || isKnown({ source, abi, name, theirs })
          ? []
          : [`${name} is ${number ?? 'not a call'} on ${abi} in the headers and ${theirs} in ${source}`];
      }),
    );
  if (differences.length > 0) throw new Error(differences.join('\n'));
}

/**
 * libseccomp gives a number below 0 to what 32-bit x86 also makes through socketcall or ipc.
 * Source: https://github.com/seccomp/libseccomp/blob/v2.5.4/src/arch-x86.c
 * @param {{ source: string, abi: string, name: string, theirs: number }} difference
 */
function isKnown({ source, abi, name, theirs }) {
  if (abi === 'x86') return theirs <= -101 && theirs >= -224;
  return source.startsWith('libseccomp-2.5') && theirs < 0 && NOT_IN_LIBSECCOMP_2_5.has(`${abi} ${name}`);
}
