import type { Filter } from '../seccomp/filter.js';
import type { Profile } from '../seccomp/profile.js';
import type { KernelRecord, Refusal } from '../trace/record.js';
import { refusalOf } from './granted-call.js';
import { placeOfCall } from './profile-place.js';
import { describeAnswer } from './refusal-answer.js';
import type { RefusedRow } from './syscall-report.js';

/** What refuses calls. */
export interface Refuser {
  readonly filter: Filter;
  /** `null` when the filter is not made from a file. */
  readonly profile: Profile | null;
}

/** Every refusal of a record with what in the profile is behind it. */
export function refusedRows(refuser: Refuser, record: KernelRecord | null): readonly RefusedRow[] {
  return (record?.refused ?? []).map((refusal) => refusedRow(refuser, refusal));
}

function refusedRow({ filter, profile }: Refuser, refusal: Refusal): RefusedRow {
  const { syscall: name, phase, program, count, firstStep, lastStep, ownFilter } = refusal;
  const cause = name === null || ownFilter ? null : refusalOf(filter, name);
  return {
    name,
    phase,
    program,
    answer: describeAnswer(refusal.answer),
    action: cause?.action ?? null,
    count,
    firstStep,
    lastStep,
    ownFilter,
    location: name === null || cause === null || profile === null ? null : placeOfCall(profile, name, cause.rule),
  };
}
