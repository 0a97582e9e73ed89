import { capabilityBit, DOCKER_DEFAULT_CAPABILITIES, type Capability } from '../capability/names.js';
import { capabilityRisk } from '../capability/risk.js';
import { cvesOfCapability } from '../fit/cve.js';
import { cveText } from './cve-text.js';
import { callsOpenedBy } from './docker-access.js';
import type { ExplainedPage } from './page.js';

/** What there is to know about a capability. */
export function capabilityPage(name: Capability): ExplainedPage {
  const { risk, weight, reason } = capabilityRisk(name);
  const granted = DOCKER_DEFAULT_CAPABILITIES.some((one) => one === name);
  const opened = callsOpenedBy(name);
  return {
    kind: 'capability',
    name,
    summary: `CAP_${name} is Linux capability ${capabilityBit(name)}: ${reason}.`,
    facts: [
      { label: 'Docker', text: granted ? 'granted by default' : 'not granted unless cap_add names it' },
      {
        label: 'Opens',
        text:
          opened.length === 0
            ? "no call of Docker's current default profile"
            : `in Docker's current default profile: ${opened.join(', ')}`,
      },
      { label: 'Risk', text: `${risk}, weight ${weight}` },
      { label: 'CVEs', text: cveText(cvesOfCapability(name)) },
    ],
  };
}
