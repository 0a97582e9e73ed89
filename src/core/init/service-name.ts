/** What a policy takes for a service's name; the schema says the same. */
const NAME = /^[a-zA-Z0-9][a-zA-Z0-9_.-]{0,62}$/;

/** What a service is called where nothing gives it a name. */
const FALLBACK = 'service';

/** Whether a policy takes this for a service's name. */
export function isServiceName(text: string): boolean {
  return NAME.test(text);
}

/** A service's name made of a folder's. */
export function nameOfFolder(path: string): string {
  return sanitized(path.split('/').at(-1) ?? '');
}

/** A service's name made of an image reference: its last part, without tag and digest. */
export function nameOfImage(reference: string): string {
  const [withoutDigest = ''] = reference.split('@');
  const last = withoutDigest.split('/').at(-1) ?? '';
  return sanitized(last.split(':')[0] ?? '');
}

function sanitized(text: string): string {
  const name = text
    .toLowerCase()
    .replace(/[^a-z0-9_.-]+/g, '-')
    .replace(/^[^a-z0-9]+|[^a-z0-9]+$/g, '')
    .slice(0, 63);
  return isServiceName(name) ? name : FALLBACK;
}
