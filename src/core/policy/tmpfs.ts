import { quote } from '../excerpt.js';
import { suggest } from '../suggest.js';
import { refused, type Parsed } from './mistake.js';
import { mountTarget } from './mount-target.js';
import type { Tmpfs } from './policy.js';
import { parseSize } from './size.js';

/**
 * Options that Docker passes on to a tmpfs mount.
 * Source: https://github.com/moby/sys/blob/mount/v0.3.4/mount/flags_unix.go
 */
const FLAGS = [
  'ro',
  'rw',
  'suid',
  'nosuid',
  'dev',
  'nodev',
  'exec',
  'noexec',
  'atime',
  'noatime',
  'diratime',
  'nodiratime',
  'relatime',
  'norelatime',
  'strictatime',
  'sync',
  'async',
];
/** Options that take a value, with one to show. */
const EXAMPLES: Readonly<Record<string, string>> = {
  size: '64m',
  mode: '1777',
  uid: '1000',
  gid: '1000',
  nr_inodes: '1000',
  nr_blocks: '1000',
};

/** A tmpfs as Compose writes it: a path of the container, and mount options after a colon. */
export function parseTmpfs(text: string): Parsed<Tmpfs> {
  const colon = text.indexOf(':');
  const target = mountTarget(colon === -1 ? text : text.slice(0, colon));
  if ('mistake' in target) return target;
  const options = colon === -1 ? '' : text.slice(colon + 1);
  for (const option of options === '' ? [] : options.split(',')) {
    const wrong = optionMistake(option);
    if (wrong !== null) return wrong;
  }
  return { value: { path: target.value, options } };
}

function optionMistake(option: string): Parsed<never> | null {
  const [name = '', value] = option.split('=', 2);
  if (value === undefined && FLAGS.includes(name)) return null;
  if (!Object.hasOwn(EXAMPLES, name)) {
    const near = suggest(name, [...FLAGS, ...Object.keys(EXAMPLES)]);
    return refused(
      `unknown tmpfs option ${quote(option)}`,
      near === null ? 'Expected options such as size=64m, mode=1777 or noexec.' : `Did you mean ${near}?`,
    );
  }
  if (value !== undefined && isValue(name, value)) return null;
  return refused(`${quote(option)} is no value of the tmpfs option ${name}`, `Write ${name}=${EXAMPLES[name] ?? ''}.`);
}

function isValue(name: string, value: string): boolean {
  if (name === 'mode') return /^[0-7]{3,4}$/.test(value);
  return name === 'size' ? /^\d+[kmg]?$/i.test(value) && (parseSize(value) ?? 0) > 0 : /^\d{1,10}$/.test(value);
}
