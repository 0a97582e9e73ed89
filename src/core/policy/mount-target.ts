import { quote } from '../excerpt.js';
import { refused, type Parsed } from './mistake.js';

/** A path inside the container to mount something at, without double or trailing slashes. */
export function mountTarget(path: string): Parsed<string> {
  if (!path.startsWith('/')) {
    return refused(`${quote(path)} is no absolute path of the container`, 'Start it with /.');
  }
  const names = path.split('/').filter((name) => name !== '' && name !== '.');
  if (names.includes('..')) return refused(`${quote(path)} holds ".."`, 'Write the path it leads to.');
  const target = `/${names.join('/')}`;
  if (target === '/') return refused("nothing can be mounted over the container's root", 'Name a folder below it.');
  if (/^\/(?:proc|sys)(?:\/|$)/.test(target)) {
    return refused(
      `${quote(target)} belongs to the kernel; a mount there changes what the container may see`,
      'Remove it.',
    );
  }
  return { value: target };
}
