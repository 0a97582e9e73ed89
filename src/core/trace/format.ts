/** Where a field lies in an event, in bytes. */
export interface Field {
  readonly offset: number;
  readonly size: number;
  /** The value is a `__data_loc`: offset and length of a text elsewhere in the event. */
  readonly dynamic: boolean;
}

/** One `events/<group>/<name>/format` file of tracefs. */
export interface EventFormat {
  readonly id: number;
  readonly fields: ReadonlyMap<string, Field>;
}

const FIELD = /^\s*field:(.*?)\s*([A-Za-z_]\w*)(\[\w*\])?;\s*offset:(\d+);\s*size:(\d+);/;

/**
 * Reads a format file; `null` when it names no id or no fields.
 * Source: https://docs.kernel.org/trace/events.html#event-formats
 */
export function parseEventFormat(text: string): EventFormat | null {
  const id = /^ID: (\d+)$/m.exec(text)?.[1];
  const fields = new Map<string, Field>();
  for (const line of text.split('\n')) {
    const [, type = '', name, , offset, size] = FIELD.exec(line) ?? [];
    if (name === undefined) continue;
    fields.set(name, { offset: Number(offset), size: Number(size), dynamic: type.startsWith('__data_loc') });
  }
  return id === undefined || fields.size === 0 ? null : { id: Number(id), fields };
}
