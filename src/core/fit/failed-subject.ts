import type { CapabilityUse, Refusal } from '../trace/record.js';
import type { FitSubject } from './fit-subject.js';

/** What explaining needs of a service that failed. */
export type FailedSubject = Pick<FitSubject, 'service' | 'profile' | 'filter' | 'reference' | 'grants' | 'declared'>;

/** A call or a capability that was refused, in the step that failed or before it. */
export type Refused =
  | { readonly kind: 'syscall'; readonly sighting: Refusal }
  | { readonly kind: 'capability'; readonly sighting: CapabilityUse };
