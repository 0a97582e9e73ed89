import { DOCKER_DEFAULT_CAPABILITIES, type Capability } from '../../core/capability/names.js';
import { capabilityRisk } from '../../core/capability/risk.js';
import type { GrantState, ServiceResult } from '../../core/result.js';
import { element, type Html } from './element.js';
import { titledSection } from './titled-section.js';

/** A card for each capability that was granted or that Docker would grant: what it is, whether it is needed, what shows that. */
export function capabilityCards(service: ServiceResult, id: string): Html {
  const granted = service.grants.map(({ name }) => name);
  const names = [...granted, ...DOCKER_DEFAULT_CAPABILITIES.filter((name) => !granted.includes(name))];
  return titledSection(
    { id: `${id}-capabilities`, title: 'Capabilities', level: 'h3' },
    element('ul', { class: 'cards' }, ...names.map((name) => card(service, name))),
  );
}

function card({ grants }: ServiceResult, name: Capability): Html {
  const row = grants.find((grant) => grant.name === name);
  const state = row === undefined ? 'dropped' : row.state;
  const { risk, reason } = capabilityRisk(name);
  return element(
    'li',
    { class: `card ${state}` },
    element('strong', {}, name),
    ' ',
    element('span', { class: `chip ${state}` }, STATES[state]),
    element('p', {}, row === undefined || row.evidence === '' ? reason : row.evidence),
    element('small', {}, `${risk} risk`),
  );
}

const STATES: Readonly<Record<GrantState | 'dropped', string>> = {
  needed: '◆ needed',
  unused: '▲ not needed',
  excepted: '◇ excepted',
  untried: '? not tried',
  dropped: '· not granted',
};
