import { capabilitiesOf, maskOf, parseMask } from '../capability/mask.js';
import type { Capability } from '../capability/names.js';
import type { Finding } from '../finding.js';
import type { Service } from '../policy/policy.js';
import { ruleOf, type RuleId } from '../rules.js';
import type { ProcessFacts } from '../smoke/outcome.js';

/** What the declaration says must hold for every process of the container. */
export interface Declaration {
  readonly service: Service;
  readonly bounding: readonly Capability[];
}

/** One difference between a process and the declaration. */
interface Difference {
  readonly rule: Extract<RuleId, 'in-force-looser' | 'in-force-differs'>;
  /** Continues "process X …". */
  readonly text: string;
  readonly path: readonly string[];
  readonly grants: readonly string[];
}

/**
 * Compares what the kernel says of every process with the declaration. A request is not a fact: engines drop fields, programs
 * change ids. Source of the fields: https://docs.kernel.org/filesystems/proc.html
 */
export function compareInForce(declaration: Declaration, processes: readonly ProcessFacts[]): readonly Finding[] {
  const init = processes[0];
  const everywhere = processes.flatMap((process) =>
    looserThan(declaration, process).map((difference) => ({ process, difference })),
  );
  const atStart =
    init === undefined ? [] : differsAtStart(declaration, init).map((difference) => ({ process: init, difference }));
  const byText = new Map([...everywhere, ...atStart].map((entry) => [keyOf(entry.process, entry.difference), entry]));
  return [...byText.values()].map(({ process, difference }) => findingOf(declaration.service, process, difference));
}

function keyOf({ lineage }: ProcessFacts, { text }: Difference): string {
  return `${lineage}\n${text}`;
}

function looserThan({ service, bounding }: Declaration, process: ProcessFacts): readonly Difference[] {
  const differences: Difference[] = [];
  const granted = maskOf(bounding);
  for (const [name, hex] of [
    ['bounding', process.capBnd],
    ['effective', process.capEff],
    ['permitted', process.capPrm],
    ['ambient', process.capAmb],
  ] as const) {
    const more = capabilitiesOf((parseMask(hex) ?? 0n) & ~granted);
    if (more.length > 0) differences.push(looser(`has ${more.join(', ')} in its ${name} set`, ['cap_add'], more));
  }
  if (service.run.noNewPrivileges && !process.noNewPrivs) {
    differences.push(looser('runs without no_new_privs', ['security_opt'], ['no-new-privileges']));
  }
  if (service.run.seccomp.kind !== 'unconfined' && process.seccomp !== 2) {
    differences.push(looser(`runs without a seccomp filter (mode ${process.seccomp})`, ['security_opt'], ['seccomp']));
  }
  const uid = declaredUid(service);
  if (uid !== null && uid !== 0 && process.uid === 0) {
    differences.push(looser(`runs as root, declared was uid ${uid}`, ['user'], ['user']));
  }
  return differences;
}

function differsAtStart({ bounding }: Declaration, init: ProcessFacts): readonly Difference[] {
  const differences: Difference[] = [];
  const missing = capabilitiesOf(maskOf(bounding) & ~(parseMask(init.capBnd) ?? 0n));
  if (missing.length > 0) {
    differences.push(differs(`lacks ${missing.join(', ')} in its bounding set`, ['cap_add'], missing));
  }
  return differences;
}

/** `null` when the policy does not say, or says it with a name that only the image can translate. */
function declaredUid({ run }: Service): number | null {
  const uid = run.user?.split(':')[0] ?? '';
  return /^\d+$/.test(uid) ? Number(uid) : null;
}

function looser(text: string, path: readonly string[], grants: readonly string[]): Difference {
  return { rule: 'in-force-looser', text, path, grants };
}

function differs(text: string, path: readonly string[], grants: readonly string[]): Difference {
  return { rule: 'in-force-differs', text, path, grants };
}

function findingOf(service: Service, process: ProcessFacts, difference: Difference): Finding {
  return {
    rule: difference.rule,
    severity: ruleOf(difference.rule).severity,
    service: service.name,
    message: `process "${process.lineage}" (host pid ${process.pid}) ${difference.text}, unlike the policy says`,
    advice:
      difference.rule === 'in-force-looser'
        ? 'Find out what gave it more: the engine, the runtime or a program with privileges of its own.'
        : "The engine's machine may lack them itself; grant less or run on another machine.",
    location: service.at('run', ...difference.path),
    grants: [...difference.grants].sort(),
  };
}
