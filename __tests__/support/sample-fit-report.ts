import type { LoosenessReport, RefusedRow, SyscallReport, SyscallRow } from '../../src/core/fit/syscall-report.js';

const FILE = 'examples/samba/profile.json';

/** A call the service used, unless changed. */
export function row(name: string, changes: Partial<SyscallRow> = {}): SyscallRow {
  return {
    name,
    number: 0,
    state: 'used',
    reach: null,
    condition: null,
    seen: [],
    tier: 'T1',
    weight: 1,
    programs: ['smbd'],
    count: 12,
    firstStep: 'ready',
    lastStep: 'store a file',
    ...changes,
  };
}

/** A call that is allowed and was not seen. */
export function unseen(name: string, tier: SyscallRow['tier'], changes: Partial<SyscallRow> = {}): SyscallRow {
  const weight = { T3: 10, T2: 3, T1: 1, T0: 0.2 }[tier];
  const nobody = { programs: [], count: 0, firstStep: null, lastStep: null };
  return row(name, { state: 'excess', tier, weight, ...nobody, ...changes });
}

/** A call refused to the service with EPERM by the profile's default, unless changed. */
export function refusedRow(name: string | null, changes: Partial<RefusedRow> = {}): RefusedRow {
  return {
    name,
    phase: 'service',
    program: 'smbd',
    answer: 'EPERM',
    action: 'SCMP_ACT_ERRNO',
    count: 1,
    firstStep: 'ready',
    lastStep: 'ready',
    ownFilter: false,
    location: { file: FILE, line: 2, column: 3 },
    ...changes,
  };
}

/** The report of a complete record about these calls, unless changed. */
export function syscallReport(rows: readonly SyscallRow[], changes: Partial<SyscallReport> = {}): SyscallReport {
  const inState = (state: SyscallRow['state']): number => rows.filter((each) => each.state === state).length;
  const idle = rows.filter(({ state }) => state === 'excess' || state === 'tester');
  const inTier = (tier: SyscallRow['tier']): number => idle.filter((each) => each.tier === tier).length;
  const conditionally = rows.filter(({ condition }) => condition !== null).length;
  return {
    recorded: true,
    completeness: { complete: true, reasons: [] },
    capabilitySource: 'tracepoint',
    floor: {
      calls: ['execve', 'futex'],
      basis: 'exact',
      statement: 'what runc 1.1.5 needs with no-new-privileges',
      needs: ['execve', 'futex'].map((call) => ({ call, answers: ['EPERM', 'ENOSYS'], runtimes: ['runc 1.1.5'] })),
    },
    allowed: { always: rows.length - conditionally, conditionally },
    states: {
      used: inState('used'),
      runtime: inState('runtime'),
      frozen: inState('frozen'),
      tester: inState('tester'),
      excepted: inState('excepted'),
      excess: inState('excess'),
      unknown: inState('unknown'),
    },
    excessTiers: { T0: inTier('T0'), T1: inTier('T1'), T2: inTier('T2'), T3: inTier('T3') },
    rows,
    refused: [],
    contradictions: [],
    cves: { total: 69, blocked: 38, open: ['CVE-2016-4997'] },
    blindSpots: [],
    ...changes,
  };
}

/** A looseness of 3.8 within a limit of 15, unless changed. */
export function looseness(changes: Partial<LoosenessReport> = {}): LoosenessReport {
  return {
    score: 3.8,
    syscalls: { score: 3.8, plain: 4.9, excess: 10.6, reference: 280.4 },
    capabilities: { score: 0, plain: 0, excess: 0, reference: 33 },
    limit: 15,
    warnAbove: 15,
    flips: false,
    ...changes,
  };
}
