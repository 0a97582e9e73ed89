import { InternalError } from '../errors.js';
import { parsePolicy } from '../policy/parse.js';
import type { Service } from '../policy/policy.js';

/** Whether a text is a seccomp profile rather than a policy, right or wrong: a JSON object that has no services. */
export function looksLikeProfile(text: string): boolean {
  return /^\uFEFF?\s*\{/.test(text) && !/[\s{,"]services"?\s*:/.test(text);
}

/** A service of which nothing is known but its profile: run as Docker does without being told anything. Its places are the file's. */
export function serviceOfProfile(file: string): Service {
  const { policy } = parsePolicy(file, POLICY);
  const [service] = policy?.services ?? [];
  if (service === undefined) throw new InternalError('the policy of a profile alone is not valid');
  const at = (): ReturnType<Service['at']> => ({ file, line: 1, column: 1 });
  return { ...service, name: file, run: { ...service.run, seccomp: { kind: 'file', path: file } }, at };
}

const POLICY = 'version: 1\nservices:\n  profile:\n    image: profile\n';
