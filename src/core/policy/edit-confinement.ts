import { isMap, isScalar, isSeq, type YAMLMap, type YAMLSeq } from 'yaml';
import { applyEdits, insertLines, lineStart, type TextEdit } from '../edit/text-edit.js';
import { addPairs, pairOf, type NewPair } from './add-pairs.js';
import { capabilityRequest } from './capability-name.js';
import { editList, type ListChange } from './edit-list.js';
import { parsePolicy } from './parse.js';
import type { CapabilityRequest, Policy, RunOptions } from './policy.js';
import { readSource } from './source.js';

/** What the `run` block of a service is to say; `null` leaves as it is. */
export interface ConfinementChange {
  readonly service: string;
  readonly capDrop: readonly CapabilityRequest[] | null;
  readonly capAdd: readonly CapabilityRequest[] | null;
  /** Path of the seccomp profile, relative to the policy's folder. */
  readonly profile: string | null;
}

/**
 * The policy's text with these changes and every other byte as it was: comments, order and style stay. `null` when the text
 * cannot be changed in place, because it is no valid policy, lacks the service or is written in an unusual shape. The
 * result has been read again: it means the old policy with just these changes.
 */
export function editConfinement(text: string, change: ConfinementChange): string | null {
  const mark = text.startsWith('\uFEFF') ? '\uFEFF' : '';
  const body = text.slice(mark.length);
  const edits = editsFor(body, change);
  const edited = edits === null ? null : `${mark}${applyEdits(body, edits)}`;
  return edited !== null && isExactly(edited, text, change) ? edited : null;
}

/** The written keys in the order they are put in. */
const KEYS = ['cap_drop', 'cap_add', 'security_opt'] as const;
type Key = (typeof KEYS)[number];

interface Place {
  readonly text: string;
  /** Whether the text is JSON, where every word stands in double quotes. */
  readonly json: boolean;
  readonly service: YAMLMap;
  readonly serviceKey: number;
}

function editsFor(text: string, change: ConfinementChange): readonly TextEdit[] | null {
  const place = placeOf(text, change.service);
  if (place === null) return null;
  const runPair = pairOf(place.service, 'run');
  const run = runPair?.value;
  if (runPair === null) return withoutRun(place, newPairs(place, change, KEYS));
  if (!isMap(run) || !isScalar(runPair.key)) return null;
  const present = KEYS.filter((key) => pairOf(run, key) !== null);
  const absent = KEYS.filter((key) => !present.includes(key));
  const lists = present.map((key) => listEdits(place, { run, key, change }));
  const added = newPairs(place, change, absent);
  const keyOffset = runPair.key.range?.[0] ?? 0;
  const pairs = addPairs({ text, map: run, keyOffset, after: ['cap_add', 'cap_drop'] }, added);
  if (pairs === null) return null;
  return lists.some((edits) => edits === null) ? null : [...lists.flatMap((edits) => edits ?? []), pairs];
}

function placeOf(text: string, name: string): Place | null {
  const root = readSource(text).document?.contents;
  const services = isMap(root) ? pairOf(root, 'services')?.value : null;
  const pair = isMap(services) ? pairOf(services, name) : null;
  if (pair === null || !isMap(pair.value) || !isScalar(pair.key)) return null;
  return { text, json: /^\s*\{\s*"/.test(text), service: pair.value, serviceKey: pair.key.range?.[0] ?? 0 };
}

function newPairs(place: Place, change: ConfinementChange, keys: readonly Key[]): readonly NewPair[] {
  return keys.flatMap((key) => {
    const values = wanted(change, key);
    if (values === null || values.length === 0) return [];
    const written = values.map((value) => scalar(place, value));
    return [{ key: place.json ? JSON.stringify(key) : key, value: `[${written.join(', ')}]` }];
  });
}

function wanted({ capDrop, capAdd, profile }: ConfinementChange, key: Key): readonly string[] | null {
  if (key === 'security_opt') return profile === null ? null : [`seccomp:${profile}`];
  return key === 'cap_drop' ? capDrop : capAdd;
}

/** In single quotes where YAML could take a sign for its own. */
function scalar({ json }: Pick<Place, 'json'>, value: string): string {
  if (json) return JSON.stringify(value);
  return /^[A-Z_]+$/.test(value) ? value : `'${value.replaceAll("'", "''")}'`;
}

function withoutRun(place: Place, pairs: readonly NewPair[]): readonly TextEdit[] | null {
  const { text, service, serviceKey } = place;
  if (pairs.length === 0) return [];
  const key = place.json ? '"run"' : 'run';
  const value = `{ ${pairs.map((pair) => `${pair.key}: ${pair.value}`).join(', ')} }`;
  const edit = addPairs({ text, map: service, keyOffset: serviceKey, after: ['build', 'image'] }, [{ key, value }]);
  if (edit === null || service.flow === true) return edit === null ? null : [edit];
  return [blockRun(place, edit, pairs)];
}

/** A block of its own instead of braces. */
function blockRun({ text, service }: Place, { start }: TextEdit, pairs: readonly NewPair[]): TextEdit {
  const at = service.range?.[0] ?? 0;
  const indent = text.slice(lineStart(text, at), at);
  const lines = [`${indent}run:`, ...pairs.map(({ key, value }) => `${indent}  ${key}: ${value}`)];
  return insertLines(text, start - 1, lines);
}

interface PresentKey {
  readonly run: YAMLMap;
  readonly key: Key;
  readonly change: ConfinementChange;
}

function listEdits(place: Place, { run, key, change }: PresentKey): readonly TextEdit[] | null {
  const values = wanted(change, key);
  if (values === null) return [];
  const pair = pairOf(run, key);
  const list = pair?.value;
  if (!isSeq(list) || !isScalar(pair?.key)) return null;
  const keyEnd = pair.key.range?.[1] ?? 0;
  if (key === 'security_opt') return profileEdits(place, { list, keyEnd, value: values[0] ?? '' });
  return editList({ text: place.text, list, keyEnd }, capabilityChange(list, values));
}

function capabilityChange(list: YAMLSeq, values: readonly string[]): ListChange {
  const present = list.items.map((item) => capabilityOf(item));
  const removed = present.flatMap((name, index) => (name !== null && values.includes(name) ? [] : [index]));
  return { removed: new Set(removed), added: values.filter((value) => !present.includes(value)) };
}

function capabilityOf(item: unknown): string | null {
  const parsed = capabilityRequest(isScalar(item) ? String(item.value) : '');
  return 'value' in parsed ? parsed.value : null;
}

interface PlacedOption {
  readonly list: YAMLSeq;
  readonly keyEnd: number;
  readonly value: string;
}

function profileEdits(place: Place, { list, keyEnd, value }: PlacedOption): readonly TextEdit[] | null {
  const written = list.items.find((item) => isScalar(item) && /^seccomp[:=]/.test(String(item.value)));
  if (!isScalar(written)) {
    return editList({ text: place.text, list, keyEnd }, { removed: new Set(), added: [scalar(place, value)] });
  }
  const [start, end] = written.range ?? [0, 0];
  return [{ start, end, text: place.text[start] === '"' ? JSON.stringify(value) : scalar(place, value) }];
}

/** Whether the edited text means the old policy with the change, and nothing else. */
function isExactly(edited: string, text: string, change: ConfinementChange): boolean {
  const before = parsePolicy('', text).policy;
  const after = parsePolicy('', edited).policy;
  if (before === null || after === null) return false;
  const expected = before.services.map((service) =>
    service.name === change.service ? { ...service, run: changedRun(service.run, change) } : service,
  );
  return meaning({ file: '', services: expected }) === meaning(after);
}

function changedRun(run: RunOptions, { capDrop, capAdd, profile }: ConfinementChange): RunOptions {
  return {
    ...run,
    capDrop: capDrop ?? run.capDrop,
    capAdd: capAdd ?? run.capAdd,
    seccomp: profile === null ? run.seccomp : { kind: 'file', path: profile },
  };
}

/** A policy as text to compare by, without places and the order of capabilities. */
function meaning({ services }: Policy): string {
  const plain = services.map(({ run, ...rest }) => ({
    ...rest,
    run: { ...run, capAdd: [...run.capAdd].sort(), capDrop: [...run.capDrop].sort() },
  }));
  return JSON.stringify(plain);
}
