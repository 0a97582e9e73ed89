const MEBIBYTE = 1024 * 1024;

/** Tests are not the busiest day: this many times what was seen. */
const ROOM = 4;

/** The least that is proposed, so that a service as small as its tests can grow: processes, bytes. */
const LEAST_PIDS = 16;
const LEAST_MEMORY = 64 * MEBIBYTE;

/** Where nothing could be measured. */
const PIDS = 128;
const MEMORY = 512 * MEBIBYTE;

/** The most processes and bytes seen at a time; `null`: not measured. */
export interface Peaks {
  readonly pids: number | null;
  readonly memory: number | null;
}

/** Limits with room above what was measured, rounded up to a power of two. */
export function limitsFor({ pids, memory }: Peaks): { readonly pidsLimit: number; readonly memLimit: number } {
  return {
    pidsLimit: pids === null ? PIDS : Math.max(LEAST_PIDS, powerOfTwo(pids * ROOM)),
    memLimit: memory === null ? MEMORY : Math.max(LEAST_MEMORY, powerOfTwo(memory * ROOM)),
  };
}

/** What the limits are made of, one sentence. */
export function limitsRemark({ pids, memory }: Peaks): string {
  const processes = pids === null ? 'processes were not counted' : `${pids} processes and threads`;
  const bytes =
    memory === null ? 'memory was not measured' : `${Math.ceil(memory / MEBIBYTE)} MiB, file cache included`;
  return `Seen at most in one run: ${processes}; ${bytes}. Set them to what the service takes at its busiest.`;
}

function powerOfTwo(amount: number): number {
  return 2 ** Math.ceil(Math.log2(Math.max(1, amount)));
}
