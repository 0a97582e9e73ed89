import type { Capability } from '../capability/names.js';
import type { ImageSource } from '../policy/policy.js';
import { guessChecks } from './checks.js';
import type { Draft, Remarks } from './draft.js';
import type { ServiceFacts } from './service-facts.js';
import { oneLine } from './yaml-text.js';

/** Which service a policy is written for. */
export interface DraftSubject {
  readonly service: string;
  readonly image: ImageSource;
  readonly facts: ServiceFacts;
}

/** What a service that starts as root and serves as another user usually asks for. */
const USUAL_CAPABILITIES: readonly Capability[] = ['CHOWN', 'DAC_OVERRIDE', 'KILL', 'SETGID', 'SETUID'];

/** Room for any ordinary service, in processes and bytes. */
const PIDS = 128;
const MEMORY = 512 * 1024 * 1024;

/** A policy made of what the image says alone. `why`: one sentence on why the service was not run. */
export function staticDraft({ service, image, facts }: DraftSubject, why: string): Draft {
  const checks = guessChecks(facts);
  return {
    service,
    image,
    run: {
      capabilities: facts.user === null ? USUAL_CAPABILITIES : [],
      profile: null,
      noNewPrivileges: true,
      readOnly: false,
      tmpfs: [],
      volumes: facts.volumes,
      user: facts.user,
      pidsLimit: PIDS,
      memLimit: MEMORY,
    },
    ready: checks.ready,
    tests: checks.tests,
    remarks: { ...staticRemarks(facts), ...checks.remarks, service: [...aboutService(facts), why] },
  };
}

/** What a reader of the policy should know of the service, one sentence each. */
export function aboutService({ start, stopSignal, unknown }: ServiceFacts): readonly string[] {
  return [
    ...(start === '' ? [] : [`Starts: ${oneLine(start)}`]),
    ...(stopSignal === '' ? [] : [`Stops on ${oneLine(stopSignal, 40)}, as the image says.`]),
    ...unknown.map((phrase) => `Not known without an engine: ${phrase}.`),
  ];
}

function staticRemarks({ user, volumes }: ServiceFacts): Omit<Remarks, 'ready' | 'tests' | 'service'> {
  return {
    capabilities: [
      user === null
        ? 'A guess: what a service that starts as root and serves as another user usually asks for.'
        : 'Another user than root seldom needs any.',
    ],
    security: ["The engine's default seccomp profile. A fitted one is proposed when the service can be run."],
    files: [
      'Not tried: read_only: true, with tmpfs: [/tmp, /run] and volumes for the folders that the service writes to.',
      ...(volumes.length === 0 ? [] : ['The volumes are those that the image declares.']),
    ],
    user: user === null ? [`As far as the Dockerfile tells: ${ROOT_REMARK}`] : [],
    limits: ['A guess. Set them to what the service takes at its busiest.'],
  };
}

/** What to do about a service that runs as root. */
export const ROOT_REMARK =
  "the service starts as root. Give it an account of its own: USER in the Dockerfile, or user here, e.g. user: '1000:1000'.";
