import { capabilitiesOf, parseMask } from '../../core/capability/mask.js';
import type { CheckResult, ServiceResult } from '../../core/result.js';
import { detailsOf, SCOPE } from '../facts/details.js';
import { fitDetails } from '../facts/fit.js';
import { definitions } from './definitions.js';
import { element, NOTHING, type Html } from './element.js';
import { table } from './table.js';
import { folded } from './folded.js';

/** On what the statements rest: what ran, what was in force on each process, where. */
export function inForceTable(service: ServiceResult, { environment }: CheckResult): Html {
  return folded(
    'What this rests on',
    definitions([...fitDetails(service), ...detailsOf(service, environment)]),
    processes(service),
    element('p', {}, SCOPE),
  );
}

function processes({ declared }: ServiceResult): Html {
  const seen = declared?.processes ?? [];
  if (seen.length === 0) return NOTHING;
  const rows = seen.map(({ lineage, uid, gid, capEff, capBnd, noNewPrivs, seccomp }) => [
    lineage,
    `${uid}:${gid}`,
    names(capEff),
    names(capBnd),
    noNewPrivs ? 'on' : 'off',
    seccomp === 2 ? 'filter' : 'off',
  ]);
  return table('Processes', ['Process', 'uid:gid', 'Effective', 'Bounding', 'no_new_privs', 'seccomp'], rows);
}

function names(mask: string): string {
  const held = capabilitiesOf(parseMask(mask) ?? 0n);
  return held.length === 0 ? 'none' : held.join(' ');
}
