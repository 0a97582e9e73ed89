import { EnvironmentError } from '../../core/errors.js';
import { listAt, textAt } from './field.js';

/** The oldest Podman that this was run on. 4.3 was seen to name networks and IPC namespaces in other words. */
const OLDEST = { major: 5, minor: 4 };

/**
 * Podman's version, by the engine's answer to `/version`; `null` when the engine is not Podman. Throws EnvironmentError when it is
 * too old.
 */
export function podmanVersion(version: unknown): string | null {
  const component = listAt(version, 'Components').find((listed) => textAt(listed, 'Name') === 'Podman Engine');
  if (component === undefined) return null;
  const text = textAt(component, 'Version');
  const [, major = '0', minor = '0'] = /^(\d+)\.(\d+)/.exec(text) ?? [];
  if (Number(major) > OLDEST.major || (Number(major) === OLDEST.major && Number(minor) >= OLDEST.minor)) return text;
  throw new EnvironmentError(
    `the engine is Podman ${text || 'of an unknown version'}; Podman ${OLDEST.major}.${OLDEST.minor} or newer is needed`,
    'Install a newer Podman, or use Docker 20.10 or newer.',
  );
}
