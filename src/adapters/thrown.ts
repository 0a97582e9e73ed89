/** The code of an error of the system, e.g. `ENOENT`; empty when there is none. */
export function codeOf(thrown: unknown): string {
  const code = propertyOf(thrown, 'code');
  return typeof code === 'string' ? code : '';
}

/** What something thrown says. */
export function messageOf(thrown: unknown): string {
  const message = propertyOf(thrown, 'message');
  return typeof message === 'string' ? message : String(thrown);
}

/** Errors of another realm, as tests have them, are no instances of this one's Error. */
function propertyOf(thrown: unknown, name: string): unknown {
  return typeof thrown === 'object' && thrown !== null ? Reflect.get(thrown, name) : undefined;
}
