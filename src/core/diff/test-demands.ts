import { canonicalJson } from '../canonical-json.js';
import { buildOptionsText } from '../policy/build-options-text.js';
import type { ImageSource, Probe, TextExpectation } from '../policy/policy.js';

/** One thing that a test asks for. Two demands are the same when both texts are. */
export interface Demand {
  /** `status`, `body contains`, … or `asks` for what is done to the service. */
  readonly what: string;
  readonly value: string;
}

/** Everything that a probe does and expects. What is done is one demand: another question is another test. */
export function demandsOf(probe: Probe): readonly Demand[] {
  switch (probe.kind) {
    case 'http': {
      const { port, path, method, requestHeaders, requestBody } = probe;
      const headers = Object.entries(probe.headers).flatMap(([name, text]) => textDemands(`header ${name}`, text));
      return [
        asks(['http', method, port, path, requestHeaders, requestBody]),
        { what: 'status', value: String(probe.status) },
        ...headers,
        ...textDemands('body', probe.body),
      ];
    }
    case 'tcp':
      return [asks(['tcp', probe.port, probe.send]), ...textDemands('answer', probe.expect)];
    case 'log':
      return [asks(['log']), ...textDemands('log', probe.text)];
    case 'exec':
      return [asks(['exec', probe.command, probe.user]), ...outputDemands(probe)];
    case 'client':
      return [asks(['client', imageName(probe.image), probe.command, probe.environment]), ...outputDemands(probe)];
  }
}

/** Whether a demand is met by everything that meets the others. */
export function isImplied(demand: Demand, others: readonly Demand[]): boolean {
  return others.some((other) => implies(other, demand));
}

function implies(other: Demand, { what, value }: Demand): boolean {
  if (other.what === what && other.value === value) return true;
  const [part, relation] = splitRelation(what);
  const [otherPart, otherRelation] = splitRelation(other.what);
  if (part !== otherPart) return false;
  const holds = otherRelation === 'contains' || otherRelation === 'equals';
  if (relation === 'contains') return holds && other.value.includes(value);
  if (relation !== 'absent') return false;
  if (otherRelation === 'absent') return value.includes(other.value);
  return otherRelation === 'equals' && !other.value.includes(value);
}

function splitRelation(what: string): readonly [string, string] {
  const space = what.lastIndexOf(' ');
  return [what.slice(0, space), what.slice(space + 1)];
}

function asks(question: readonly unknown[]): Demand {
  return {
    what: 'asks',
    value: question.map((part) => (typeof part === 'string' ? part : canonicalJson(part))).join(' '),
  };
}

function outputDemands(probe: Extract<Probe, { readonly kind: 'exec' | 'client' }>): readonly Demand[] {
  return [
    { what: 'exit code', value: String(probe.exitCode) },
    ...textDemands('stdout', probe.stdout),
    ...textDemands('stderr', probe.stderr),
  ];
}

function textDemands(part: string, { contains, matches, equals, absent, json }: TextExpectation): readonly Demand[] {
  return [
    ...contains.map((value) => ({ what: `${part} contains`, value })),
    ...matches.map((value) => ({ what: `${part} matches`, value })),
    ...(equals === null ? [] : [{ what: `${part} equals`, value: equals }]),
    ...absent.map((value) => ({ what: `${part} absent`, value })),
    ...json.map((one) => ({ what: `${part} json`, value: `${one.pointer} = ${canonicalJson(one.equals)}` })),
  ];
}

function imageName(image: ImageSource): string {
  if (image.kind === 'image') return image.reference;
  const how = buildOptionsText(image.options);
  return `${image.context}/${image.dockerfile}${how === '' ? '' : `; ${how}`}`;
}
