import type { Comparable } from './comparison.js';

/** What a file is by its content: a profile and a result are JSON with keys of their own, all else is a policy or a mistake in one. */
export function kindOfFile(file: string, text: string): Comparable['kind'] {
  const value = parsed(text);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return file.endsWith('.json') ? 'profile' : 'policy';
  }
  if ('tool' in value || 'verdict' in value || 'findings' in value) return 'result';
  return 'services' in value ? 'policy' : 'profile';
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
