import { DOCKER_DEFAULT_CAPABILITIES, type Capability } from '../capability/names.js';
import { cvesOfSyscall } from '../fit/cve.js';
import { MEASURED_APPLICATIONS, syscallDemand } from '../fit/demand.js';
import { describeCondition } from '../fit/granted-call.js';
import { countOf, listNames } from '../fit/list-names.js';
import { errnoName } from '../fit/refusal-answer.js';
import { IDENTITY_GETTERS } from '../fit/runtime-floor.js';
import { syscallRisk } from '../seccomp/risk.js';
import { abisOf, findSyscall, libseccompSince, type Abi } from '../seccomp/syscalls.js';
import { cveText } from './cve-text.js';
import { dockerAccess, type DockerAccess } from './docker-access.js';
import type { ExplainedFact, ExplainedPage } from './page.js';
import { groupPurpose } from './syscall-group.js';

/** What there is to know about a syscall of some Linux ABI. */
export function syscallPage(name: string): ExplainedPage {
  return {
    kind: 'syscall',
    name,
    summary: summaryOf(name),
    facts: [
      { label: 'Numbers', text: numbersOf(name) },
      { label: 'Docker', text: accessText(dockerAccess(name)) },
      { label: 'Risk', text: riskText(name) },
      { label: 'CVEs', text: cveText(cvesOfSyscall(name)) },
      { label: 'Needed by', text: demandText(name) },
      ...identityFact(name),
      { label: 'libseccomp', text: libseccompText(name) },
    ],
  };
}

function summaryOf(name: string): string {
  const groups = syscallRisk(name)?.groups ?? [];
  const telling = groups.filter((group) => group !== '@privileged' || groups.length === 1);
  const purposes = telling.map(groupPurpose).filter((purpose) => purpose !== null);
  if (purposes.length === 0) return `${name} is a Linux system call.`;
  return `${name} is a Linux system call for ${listNames(purposes)} (${groups.join(', ')}).`;
}

const NUMBERED = ['x86_64', 'aarch64', 'x32', 'x86', 'arm'] as const satisfies readonly Abi[];

function numbersOf(name: string): string {
  const numbers = NUMBERED.map((abi) => ({ abi, call: findSyscall(abi, name) }))
    .filter(({ call }) => call !== null)
    .map(({ abi, call }) => `${call?.number ?? ''} on ${abi}`);
  const others = abisOf(name).filter((abi) => !NUMBERED.some((numbered) => numbered === abi));
  if (others.length === 0) return numbers.join(', ');
  return numbers.length === 0
    ? `only on ${others.join(', ')}`
    : `${numbers.join(', ')}, and ${countOf(others.length, 'other ABI')}`;
}

function accessText(access: DockerAccess | null): string {
  if (access === null) return 'not judged: neither x86_64 nor aarch64 has it';
  const { byDefault, openedBy } = access;
  if (byDefault.granted && byDefault.condition !== null) {
    const lifted = openedBy.length === 0 ? 'no capability lifts that' : `${openedBy.join(' or ')} lifts that`;
    return `allowed by the current default profile ${describeCondition(byDefault.condition)}; ${lifted}`;
  }
  if (byDefault.granted) return openText(openedBy);
  const opened = openedBy.length === 0 ? 'no capability opens it' : `${openedBy.join(' or ')} opens it`;
  const { errno } = byDefault.answer;
  return `refused by the current default profile${errno === null ? '' : ` with ${errnoName(errno)}`}; ${opened}`;
}

/** A call that is open by default may owe that to one of the capabilities that Docker grants by default. */
function openText(openedBy: readonly Capability[]): string {
  const owed = openedBy.filter((name) => DOCKER_DEFAULT_CAPABILITIES.some((granted) => granted === name));
  return owed.length === 0
    ? 'allowed by the current default profile'
    : `allowed with ${listNames(owed)}, which Docker grants by default`;
}

function riskText(name: string): string {
  const risk = syscallRisk(name);
  if (risk === null) return 'not rated: x86_64 does not have it';
  return `${risk.tier}, weight ${risk.weight}: ${risk.reason}`;
}

function demandText(name: string): string {
  const { callers, dependants } = syscallDemand(name);
  if (callers === 0) return `none of the ${MEASURED_APPLICATIONS} applications that Loupe measured`;
  return `${dependants} of the ${MEASURED_APPLICATIONS} applications that Loupe measured; ${callers} call it`;
}

function identityFact(name: string): readonly ExplainedFact[] {
  if (!IDENTITY_GETTERS.includes(name)) return [];
  const text =
    'a program learns from it who it is and may keep privileges it would have dropped, so it is never excess';
  return [{ label: 'Frozen', text }];
}

function libseccompText(name: string): string {
  const since = libseccompSince(name);
  if (since === null) return 'unknown to 2.6 and older: rules about it are left out';
  return since === OLDEST ? `known to ${since} and newer` : `known since ${since}: older ones leave rules about it out`;
}

/** The oldest libseccomp that was looked at. */
const OLDEST = '2.5';
