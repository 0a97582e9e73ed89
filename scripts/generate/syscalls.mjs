import { parseCsv } from './csv.mjs';
import { generatedModule, literal, words } from './typescript.mjs';

/** @param {string} csv data/syscalls.csv */
export function syscallsModule(csv) {
  const rows = parseCsv(csv).map((row) => {
    const numbers = [row.x86_64, row.x32, row.x86, row.aarch64, row.arm].map((number) =>
      number === '' ? null : Number(number),
    );
    return `  ${row.name}: ${literal([...numbers, row.other_abis, libseccompSince(row.sources)])},`;
  });
  return generatedModule('data/syscalls.csv', [
    "import type { SyscallRow } from './syscalls.js';",
    '',
    '/** Number on x86_64, x32 (without its bit), x86, aarch64 and arm; the other ABIs that have it; the libseccomp that learned it. */',
    'export const SYSCALL_TABLE: Readonly<Record<string, SyscallRow>> = {',
    ...rows,
    '};',
  ]);
}

/** Releases that learned names, oldest first; of the first one only the minor counts, for it is the oldest looked at. */
const LIBSECCOMP = [
  ['libseccomp-2.5.4', '2.5'],
  ['libseccomp-2.6.0', '2.6'],
  ['libseccomp-2.6.1', '2.6.1'],
];

/** The oldest libseccomp among the sources, `null` when none knows the name. @param {string} sources */
function libseccompSince(sources) {
  const named = words(sources).filter((source) => source.startsWith('libseccomp-'));
  const stranger = named.find((source) => !LIBSECCOMP.some(([known]) => known === source));
  if (stranger !== undefined) throw new Error(`${stranger} is a release that LibseccompVersion does not have`);
  return LIBSECCOMP.find(([source = '']) => named.includes(source))?.[1] ?? null;
}
