import { quote } from '../excerpt.js';
import { foldersOf, insideFolder } from './inside-folder.js';
import { refused, type Parsed } from './mistake.js';
import { mountTarget } from './mount-target.js';
import type { Volume } from './policy.js';

/**
 * A volume in Compose's short form: `./source:/target[:ro]`, or `/target` for an anonymous one.
 * Source: https://github.com/compose-spec/compose-spec/blob/main/05-services.md#short-syntax-6
 */
export function parseVolume(text: string): Parsed<Volume> {
  const [first = '', target, mode = 'rw', ...more] = text.split(':');
  if (more.length > 0)
    return refused(`${quote(text)} has too many colons`, 'Write ./source:/target or ./source:/target:ro.');
  if (target === undefined) return anonymous(first);
  const source = bindSource(first, target);
  if ('mistake' in source) return source;
  const parsed = mountTarget(target);
  if ('mistake' in parsed) return parsed;
  const readOnly = accessMode(mode);
  if ('mistake' in readOnly) return readOnly;
  return { value: { kind: 'bind', source: source.value, target: parsed.value, readOnly: readOnly.value } };
}

function anonymous(path: string): Parsed<Volume> {
  if (!path.startsWith('/')) {
    return refused(`the volume ${quote(path)} says no path inside the container`, `Write ${path}:/path.`);
  }
  const target = mountTarget(path);
  return 'mistake' in target ? target : { value: { kind: 'anonymous', target: target.value } };
}

function bindSource(source: string, target: string): Parsed<string> {
  if (/(?:docker|podman|containerd|crio|cri-dockerd)\.sock$/.test(source)) {
    return refused(
      `${quote(source)} is the engine's socket: whoever holds it owns the host`,
      'Remove it; a service that needs it cannot be confined.',
    );
  }
  const inside = insideFolder(source);
  if (/^[./~]/.test(source)) return 'mistake' in inside ? inside : ownPart(source);
  if (source.includes('/')) return 'mistake' in inside ? inside : unmarkedPath(source, target);
  return refused(
    `${quote(source)} is a named volume, which outlives the run and would carry state into the next`,
    `Write ${target} for an anonymous volume, or ./${source}:${target} for a folder of the policy.`,
  );
}

function unmarkedPath(source: string, target: string): Parsed<never> {
  return refused(
    `${quote(source)} does not begin with ./, so Compose takes it for no path`,
    `Write ./${source}:${target}.`,
  );
}

/** The whole folder holds the policy itself, and often `.git` with credentials of the runner. */
function ownPart(source: string): Parsed<string> {
  if (foldersOf(source)?.length === 0) {
    return refused(
      `${quote(source)} is the policy's whole folder, with the policy and whatever credentials .git holds`,
      'Name a folder in it.',
    );
  }
  if (source.split('/').includes('.git')) {
    return refused(`${quote(source)} is git's own folder, where checkouts keep credentials`, 'Name another folder.');
  }
  return { value: source };
}

function accessMode(mode: string): Parsed<boolean> {
  if (mode === 'ro') return { value: true };
  if (mode === 'rw') return { value: false };
  return refused(`unknown volume mode ${quote(mode)}`, 'Write ro, or rw, or nothing for rw.');
}
