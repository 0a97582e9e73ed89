import type { LintSubject } from '../core/lint/rule.js';
import type { JudgedMachine } from './judged-machine.js';
import type { LoadedService } from './load.js';

/** A loaded service with the machine it is judged for. `imageUser`: `null` when no engine was asked. */
export function lintSubject(part: LoadedService, machine: JudgedMachine, imageUser: string | null): LintSubject {
  const { arch, ...environment } = machine;
  return {
    service: part.service,
    profile: part.profile?.profile ?? null,
    dockerfile: part.dockerfile,
    imageUser,
    environment: { ...environment, machine: arch },
  };
}
