import type { FixableResult } from './fixable.js';

/** A written result, as far as fixing needs it; `null` for any other JSON value. */
export function readFixable(value: unknown): FixableResult | null {
  return isFixable(value) ? value : null;
}

type Dictionary = Readonly<Record<string, unknown>>;

function isFixable(value: unknown): value is FixableResult {
  if (!isObject(value) || value['version'] !== 1 || !isObject(value['run']) || !isObject(value['policy'])) return false;
  const { environment } = value;
  return (
    typeof value['run']['mode'] === 'string' &&
    isTextOrNull(value['policy']['sha256']) &&
    (environment === null || (isObject(environment) && typeof environment['arch'] === 'string')) &&
    isListOf(value['services'], isService)
  );
}

function isService(value: unknown): boolean {
  if (!isObject(value) || typeof value['name'] !== 'string' || typeof value['verdict'] !== 'string') return false;
  const { seccomp, syscalls } = value;
  return (
    isObject(seccomp) &&
    typeof seccomp['source'] === 'string' &&
    isTextOrNull(seccomp['sha256']) &&
    isListOf(value['grants'], isState) &&
    (syscalls === null || (isObject(syscalls) && isListOf(syscalls['rows'], isState)))
  );
}

function isState(value: unknown): boolean {
  return isObject(value) && typeof value['name'] === 'string' && typeof value['state'] === 'string';
}

function isListOf(value: unknown, isItem: (item: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(isItem);
}

function isTextOrNull(value: unknown): boolean {
  return typeof value === 'string' || value === null;
}

function isObject(value: unknown): value is Dictionary {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
