import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A process as /proc shows it. */
export interface ProcEntry {
  readonly pid: number;
  readonly parent: number;
  readonly name: string;
  readonly state?: string;
  readonly threads?: number;
  readonly uid?: number;
  readonly capEff?: string;
  readonly noNewPrivs?: number;
  readonly cgroup?: string;
}

/** `/proc/<pid>/stat`, with the fields after the name as Linux 6.1 has them. */
export function statText({ pid, parent, name, state = 'S', threads = 1 }: ProcEntry): string {
  const between = Array.from({ length: 15 }, () => '0').join(' ');
  return `${pid} (${name}) ${state} ${parent} ${between} ${threads} 0 100 0\n`;
}

/** `/proc/<pid>/status`, shortened. The kernel escapes line ends in names. */
export function statusText({ uid = 0, capEff = '00000000a80425fb', noNewPrivs = 0 }: Partial<ProcEntry>): string {
  return `Name:\tx
Umask:\t0022
State:\tS (sleeping)
PPid:\t1
Uid:\t1000\t${uid}\t0\t0
Gid:\t1000\t5\t0\t0
CapInh:\t0000000000000000
CapPrm:\t00000000a80425fb
CapEff:\t${capEff}
CapBnd:\t00000000a80425fb
CapAmb:\t0000000000000000
NoNewPrivs:\t${noNewPrivs}
Seccomp:\t2
Seccomp_filters:\t1
`;
}

/** Writes a folder like /proc. `children`: of a kernel that lists the children of threads; all are the second thread's. */
export function writeProc(folder: string, processes: readonly ProcEntry[], { children = false } = {}): void {
  mkdirSync(join(folder, 'sys'), { recursive: true });
  for (const entry of processes) {
    const own = join(folder, String(entry.pid));
    mkdirSync(own, { recursive: true });
    writeFileSync(join(own, 'stat'), statText(entry));
    writeFileSync(join(own, 'status'), statusText(entry));
    writeFileSync(join(own, 'cgroup'), entry.cgroup ?? '0::/\n');
    if (children) writeChildren(own, entry, processes);
  }
}

function writeChildren(own: string, { pid }: ProcEntry, processes: readonly ProcEntry[]): void {
  const listed = processes.filter(({ parent }) => parent === pid).map((child) => `${child.pid} `);
  for (const [nth, text] of ['', listed.join('')].entries()) {
    const thread = join(own, 'task', String(pid + nth * 100_000));
    mkdirSync(thread, { recursive: true });
    writeFileSync(join(thread, 'children'), text);
  }
}
