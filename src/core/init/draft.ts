import type { Capability } from '../capability/names.js';
import type { ImageSource } from '../policy/policy.js';

/** A policy to be written: one service, what it is granted and why, and how it is tried. */
export interface Draft {
  readonly service: string;
  readonly image: ImageSource;
  readonly run: DraftRun;
  /** `null`: the tests start at once. */
  readonly ready: DraftCheck | null;
  readonly tests: readonly DraftCheck[];
  readonly remarks: Remarks;
}

/** What a policy's `run` block is to say. Sizes in bytes. */
export interface DraftRun {
  /** Those that are granted after all were dropped; `null`: the engine's default set. */
  readonly capabilities: readonly Capability[] | null;
  /** The profile's JSON text; `null`: the engine's default profile. */
  readonly profile: string | null;
  readonly noNewPrivileges: boolean;
  readonly readOnly: boolean;
  readonly tmpfs: readonly string[];
  /** Paths of anonymous volumes. */
  readonly volumes: readonly string[];
  readonly user: string | null;
  readonly pidsLimit: number | null;
  readonly memLimit: number | null;
}

/** Something that shows that a service works. Texts are foreign. */
export type DraftCheck =
  | { readonly kind: 'healthcheck' }
  | {
      readonly kind: 'http';
      readonly port: number;
      readonly status: number;
      /** What the body holds; empty: anything. */
      readonly contains: string;
    }
  | { readonly kind: 'tcp'; readonly port: number }
  | { readonly kind: 'log'; readonly present: string }
  | { readonly kind: 'quiet-log' };

/** What the comments of a draft are about, each standing above its key. */
export type Topic = 'service' | 'capabilities' | 'security' | 'files' | 'user' | 'limits' | 'ready' | 'tests';

/** Sentences for each topic. They may hold foreign text that `oneLine` made safe. */
export type Remarks = Readonly<Record<Topic, readonly string[]>>;

/** A draft with one more remark. */
export function remarked(draft: Draft, topic: Topic, remark: string): Draft {
  return { ...draft, remarks: { ...draft.remarks, [topic]: [...draft.remarks[topic], remark] } };
}

/** A draft that runs its service otherwise. */
export function withRun(draft: Draft, run: Partial<DraftRun>): Draft {
  return { ...draft, run: { ...draft.run, ...run } };
}

/** The name of the policy and of the profile that it names, beside each other. */
export const POLICY_NAME = 'tightfit.yml';
export const PROFILE_NAME = 'profile.json';
