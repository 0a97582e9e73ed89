import type { ExplainableService } from './in-result.js';

/** The services of a written result, as far as explaining needs them; `null` for any other JSON value. */
export function readServices(value: unknown): readonly ExplainableService[] | null {
  if (!isObject(value) || value['version'] !== 1 || !Array.isArray(value['services'])) return null;
  const services: readonly unknown[] = value['services'];
  return services.every(isService) ? services : null;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isService(value: unknown): value is ExplainableService {
  if (!isObject(value) || typeof value['name'] !== 'string' || !Array.isArray(value['grants'])) return false;
  return value['grants'].every(isGrant) && (value['syscalls'] === null || isReport(value['syscalls']));
}

function isGrant(value: unknown): boolean {
  return isObject(value) && hasTexts(value, ['name', 'state', 'evidence']);
}

function isReport(value: unknown): boolean {
  if (!isObject(value) || !Array.isArray(value['rows']) || !Array.isArray(value['refused'])) return false;
  return value['rows'].every(isRow) && value['refused'].every(isRefused);
}

function isRow(value: unknown): boolean {
  if (!isObject(value) || !hasTexts(value, ['name', 'state']) || !Array.isArray(value['programs'])) return false;
  const programs: readonly unknown[] = value['programs'];
  return (
    programs.every((program) => typeof program === 'string') &&
    hasTextsOrNull(value, ['condition', 'firstStep', 'lastStep'])
  );
}

function isRefused(value: unknown): boolean {
  if (!isObject(value)) return false;
  return hasTexts(value, ['program', 'answer', 'firstStep', 'lastStep']) && hasTextsOrNull(value, ['name']);
}

function hasTexts(value: Readonly<Record<string, unknown>>, keys: readonly string[]): boolean {
  return keys.every((key) => typeof value[key] === 'string');
}

function hasTextsOrNull(value: Readonly<Record<string, unknown>>, keys: readonly string[]): boolean {
  return keys.every((key) => typeof value[key] === 'string' || value[key] === null);
}
