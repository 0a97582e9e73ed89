import type { Capability } from '../core/capability/names.js';
import type { Finding } from '../core/finding.js';
import type { ImageContents } from '../core/image/contents.js';
import { contentsFindings } from '../core/image/contents-findings.js';
import type { Service } from '../core/policy/policy.js';
import { ruleOf } from '../core/rules.js';
import type { ReadContents } from './contents-reader.js';

/** What is in a service's image and what that amounts to. */
export interface ContentsJudgement {
  /** `null` when it could not be read. */
  readonly contents: ImageContents | null;
  readonly findings: readonly Finding[];
}

/** Judges what was read for a service with this bounding set; what could not be read is a note. */
export function judgeContents(
  read: ReadContents,
  service: Service,
  bounding: readonly Capability[],
): ContentsJudgement {
  if ('unread' in read) return { contents: null, findings: [unread(service, read.unread)] };
  return { contents: read.contents, findings: contentsFindings({ service, contents: read.contents, bounding }) };
}

function unread(service: Service, { message, advice }: Pick<Finding, 'message' | 'advice'>): Finding {
  return {
    rule: 'not-observed',
    severity: ruleOf('not-observed').severity,
    service: service.name,
    message: `what is in the image was not read: ${message}`,
    advice,
    location: service.at(service.image.kind),
    grants: [],
  };
}
