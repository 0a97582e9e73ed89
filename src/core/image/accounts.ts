import type { Account } from './contents.js';
import type { StackedFile } from './stacked.js';

/** What stands where an account has no shell. An empty field means `/bin/sh`. */
const NO_SHELL = /\/(?:nologin|false|true|sync|shutdown|halt)$/;

/** The accounts of root's number or with a shell, in the order of the list; none without a list. */
export function accountsOf(list: StackedFile | undefined): readonly Account[] {
  if (list === undefined) return [];
  return (list.accounts ?? '')
    .split('\n')
    .flatMap((line) => account(line, list.layer))
    .filter(({ uid, shell }) => uid === 0 || !NO_SHELL.test(shell));
}

/** Source: https://man7.org/linux/man-pages/man5/passwd.5.html */
function account(line: string, layer: number): Account[] {
  const [name = '', , number = '', , , , shell = ''] = line.split(':');
  if (name === '' || !/^\d+$/.test(number)) return [];
  return [{ name, uid: Number(number), shell: shell === '' ? '/bin/sh' : shell, layer }];
}
