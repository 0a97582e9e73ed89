import { parseCsv } from './csv.mjs';
import { generatedModule, literal, words } from './typescript.mjs';

/** @param {string} csv data/syscalls.csv */
export function syscallsModule(csv) {
  const rows = parseCsv(csv).map((row) => {
    const numbers = [row.x86_64, row.x32, row.aarch64].map((number) => (number === '' ? null : Number(number)));
    return `  ${row.name}: ${literal([...numbers, row.other_abis, libseccompSince(row.sources)])},`;
  });
  return generatedModule('data/syscalls.csv', [
    "import type { SyscallRow } from './syscalls.js';",
    '',
    '/** Number on x86_64, x32 (without its bit) and aarch64; the other ABIs that have it; the libseccomp that learned it. */',
    'export const SYSCALL_TABLE: Readonly<Record<string, SyscallRow>> = {',
    ...rows,
    '};',
  ]);
}

/** The oldest libseccomp among the sources, `null` when none knows the name. @param {string} sources */
function libseccompSince(sources) {
  const versions = words(sources)
    .filter((source) => source.startsWith('libseccomp-'))
    .map((source) => source.slice('libseccomp-'.length))
    .sort();
  return versions[0] ?? null;
}
