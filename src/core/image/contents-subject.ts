import type { Capability } from '../capability/names.js';
import { compareText, type Finding } from '../finding.js';
import { listNames } from '../fit/list-names.js';
import type { Service } from '../policy/policy.js';
import { ruleOf, type RuleId } from '../rules.js';
import type { ImageContents } from './contents.js';

/** A service, what is in its image and the capabilities that its processes can come to at most. */
export interface ContentsSubject {
  readonly service: Service;
  readonly contents: ImageContents;
  readonly bounding: readonly Capability[];
}

type Words = Pick<Finding, 'message' | 'advice'> & Partial<Pick<Finding, 'severity' | 'grants'>>;

/** A finding about a service's image, at the place where the policy names it. */
export function aboutImage({ service }: ContentsSubject, rule: RuleId, words: Words): Finding {
  return {
    rule,
    severity: words.severity ?? ruleOf(rule).severity,
    service: service.name,
    message: words.message,
    advice: words.advice,
    location: service.at(service.image.kind),
    grants: [...(words.grants ?? [])].sort(compareText),
  };
}

/** Where something in an image is and which layer it is from. */
interface Placed {
  readonly path: string;
  readonly layer: number;
}

/** UTF-16 units of an instruction that are shown: its beginning tells which one it is. */
const INSTRUCTION_SHOWN = 60;

/** Names some paths with the layers they are from: `/usr/bin/ping (layer 2: RUN apt-get install -y iputils-ping)`. */
export function listPaths({ contents }: ContentsSubject, rows: readonly Placed[], total: number): string {
  const names = rows.map(({ path, layer }) => `${path} (${layerWords(contents, layer)})`);
  const rest = Array.from({ length: total - rows.length }, () => '');
  return listNames([...names, ...rest], SHOWN);
}

const SHOWN = 4;

/** `layer 2: RUN apt-get install …`. */
export function layerWords({ layers }: ImageContents, layer: number): string {
  const instruction = (layers[layer - 1]?.instruction ?? '').replace(/\s+/g, ' ');
  const shown = instruction.length > INSTRUCTION_SHOWN ? `${instruction.slice(0, INSTRUCTION_SHOWN)}…` : instruction;
  return shown === '' ? `layer ${layer}` : `layer ${layer}: ${shown}`;
}
