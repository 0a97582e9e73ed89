import { readFile } from 'node:fs/promises';
import { capabilitiesOf, parseMask } from '../../core/capability/mask.js';
import { CAPABILITIES, type Capability } from '../../core/capability/names.js';
import { textsAt } from './field.js';

/**
 * The capabilities a container asks for that this machine's own bounding set lacks, so that no runtime can grant them; some
 * virtual machines are like that. https://man7.org/linux/man-pages/man7/capabilities.7.html
 * @param inspected what the engine says about the container
 */
export async function lackingCapabilities(inspected: unknown): Promise<readonly Capability[]> {
  const status = await readFile('/proc/self/status', 'utf8').catch(() => '');
  const held = parseMask(/^CapBnd:\s*([0-9a-f]+)$/m.exec(status)?.[1] ?? '');
  if (held === null) return [];
  const asked = textsAt(inspected, 'HostConfig', 'CapAdd').map((name) => name.replace(/^CAP_/, ''));
  const here = new Set(capabilitiesOf(held));
  return CAPABILITIES.filter((name) => !here.has(name) && (asked.includes(name) || asked.includes('ALL')));
}
