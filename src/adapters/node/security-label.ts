import { join } from 'node:path';
import { parseSecurityLabel, type SecurityLabel } from '../../core/smoke/security-label.js';
import { readOrNothing } from './read-or-nothing.js';

/**
 * The label of the process in a folder of /proc. The first file is AppArmor's alone (Linux 5.8 and newer); the other is that of
 * the module that is asked first. https://docs.kernel.org/admin-guide/LSM/index.html
 */
export function readSecurityLabel(folder: string): SecurityLabel | null {
  const own = parseSecurityLabel(readOrNothing(join(folder, 'attr/apparmor/current')));
  return own ?? parseSecurityLabel(readOrNothing(join(folder, 'attr/current')));
}
