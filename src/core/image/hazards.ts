import { JSONInstruction, type Instruction } from 'dockerfile-ast';
import { isRoot } from '../capability/grant.js';
import type { Location } from '../finding.js';
import { expand, type Lookup } from './expand.js';

/** An instruction that takes something from confinement. */
export interface Hazard {
  /**
   * `fetched`: something that is downloaded without a checksum. `privileged`: a file made setuid or setgid or given
   * capabilities. `back-to-root`: a last `USER` of root after another user's.
   */
  readonly kind: 'fetched' | 'privileged' | 'back-to-root';
  /** What does it: an address, the words of a command, the user it takes the place of. */
  readonly words: string;
  readonly location: Location;
}

/** Instructions that are hazards by themselves: `ADD` of an address, `RUN`, `COPY` and `ADD` that make privileged files. */
export function hazardsOf(instruction: Instruction, lookup: Lookup, locate: Locate): readonly Hazard[] {
  const keyword = instruction.getKeyword();
  if (keyword === 'RUN') return privilegedCommands(wordsOf(instruction, locate));
  if (keyword !== 'ADD' && keyword !== 'COPY') return [];
  const flags = instruction instanceof JSONInstruction ? instruction.getFlags() : [];
  const mode = flags.find((flag) => flag.getName() === 'chmod')?.getValue() ?? '';
  const location = locate(instruction.getArguments()[0] ?? instruction);
  const made: Hazard[] = givesRights(mode) ? [{ kind: 'privileged', words: `--chmod=${mode}`, location }] : [];
  const isChecked = flags.some((flag) => flag.getName() === 'checksum');
  return keyword === 'COPY' || isChecked ? made : [...made, ...fetched(instruction, lookup, locate)];
}

/** A last user of root where an earlier one was not. */
export function backToRoot(
  users: readonly { readonly value: string | null; readonly location: Location }[],
): readonly Hazard[] {
  const last = users.at(-1);
  const other = users.findLast(({ value }) => value !== null && !isRoot(value));
  if (last === undefined || last.value === null || !isRoot(last.value) || other === undefined) return [];
  return [{ kind: 'back-to-root', words: other.value ?? '', location: last.location }];
}

type Locate = (node: Pick<Instruction, 'getRange'>) => Location;

interface Word {
  readonly text: string;
  readonly location: Location;
}

function fetched(instruction: Instruction, lookup: Lookup, locate: Locate): readonly Hazard[] {
  return instruction
    .getArguments()
    .slice(0, -1)
    .flatMap((word) => {
      const address = expand(word.getValue(), lookup) ?? word.getValue();
      if (!/^(?:https?|git|ssh):\/\/|^git@/i.test(address)) return [];
      return [{ kind: 'fetched' as const, words: address, location: locate(word) }];
    });
}

function wordsOf(instruction: Instruction, locate: Locate): readonly Word[] {
  const list = instruction instanceof JSONInstruction ? instruction.getJSONStrings() : [];
  if (list.length > 0) return list.map((text) => ({ text: text.getJSONValue(), location: locate(text) }));
  return instruction.getArguments().map((word) => ({ text: word.getValue(), location: locate(word) }));
}

/** Commands by their names; what a script does that a command runs is not seen. */
function privilegedCommands(words: readonly Word[]): readonly Hazard[] {
  const isScript = words[0]?.text.startsWith('<<') === true;
  return words.flatMap(({ text, location }, index) => {
    const command = text.replace(/^.*\//, '').replace(/^[("'`]+/, '');
    const after = words.slice(index + 1);
    const rest = (isScript ? after.filter((word) => word.location.line === location.line) : after).map(
      (word) => word.text,
    );
    const end = rest.findIndex((word) => /^(?:&&|\|\|?|;)$|;$/.test(word));
    const operands = end === -1 ? rest : rest.slice(0, end + 1);
    if (!PRIVILEGED[command]?.(operands)) return [];
    const shown = [command, ...operands.filter((word) => !/^(?:&&|\|\|?|;)$/.test(word))].join(' ');
    return [{ kind: 'privileged' as const, words: shown.replace(/[;'")]+$/, ''), location }];
  });
}

const PRIVILEGED: Readonly<Record<string, (operands: readonly string[]) => boolean>> = {
  chmod: (operands) => givesRights(operands.find((word) => !word.startsWith('-')) ?? ''),
  setcap: (operands) => operands.some((word) => /^["']?(?:cap_\w+|all)?(?:,cap_\w+)*[=+]\w*[ep]/i.test(word)),
  install: (operands) =>
    operands.some((word, index) => {
      const [, joined] = /^(?:-m|--mode=)(.+)$/.exec(word) ?? [];
      return givesRights(joined ?? (word === '-m' || word === '--mode' ? (operands[index + 1] ?? '') : ''));
    }),
};

/** Whether a mode, in octal or in letters, sets the setuid or setgid bit. */
function givesRights(mode: string): boolean {
  const plain = mode.replace(/^["']|["']$/g, '');
  return /^0*[2-7][0-7]{3}$/.test(plain) || plain.split(',').some((part) => /^[ugoa]*[+=][rwxXt]*s/.test(part));
}
