/**
 * The text of a generated module.
 * @param {string} sources where its facts come from, for the first line
 * @param {readonly string[]} lines
 */
export function generatedModule(sources, lines) {
  return [`// Generated from ${sources} by scripts/generate.mjs: do not edit.`, ...lines, ''].join('\n');
}

/** A value as TypeScript, one line. @param {unknown} value */
export function literal(value) {
  if (typeof value === 'string') return `'${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`;
  if (value !== null && typeof value === 'object') {
    return `{ ${Object.entries(value)
      .map(([key, member]) => `${key}: ${literal(member)}`)
      .join(', ')} }`;
  }
  return typeof value === 'bigint' ? `${value}n` : String(value);
}

/** The words of a CSV field. @param {string} field */
export function words(field) {
  return field.split(' ').filter((word) => word !== '');
}
