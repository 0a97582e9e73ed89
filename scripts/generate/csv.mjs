/**
 * The rows of a CSV text (RFC 4180) as objects by column name.
 * @param {string} text
 * @returns {Record<string, string>[]}
 */
export function parseCsv(text) {
  const [header = [], ...rows] = parseRows(text);
  return rows.map((row, index) => {
    if (row.length !== header.length)
      throw new Error(`row ${index + 2} has ${row.length} fields instead of ${header.length}`);
    return Object.fromEntries(header.map((name, column) => [name, row[column] ?? '']));
  });
}

/**
 * @param {readonly string[]} columns
 * @param {readonly Record<string, string>[]} rows
 */
export function formatCsv(columns, rows) {
  const lines = [columns, ...rows.map((row) => columns.map((column) => row[column] ?? ''))];
  return lines.map((fields) => fields.map(quote).join(',') + '\n').join('');
}

/** @param {string} field */
function quote(field) {
  return /[",\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}

/** @param {string} text */
function parseRows(text) {
  const field = /(?:"((?:[^"]|"")*)"|([^,\n]*))(,|\n|$)/y;
  /** @type {string[][]} */
  const rows = [];
  let row = [];
  while (field.lastIndex < text.length) {
    const [, quoted, plain = '', end] = field.exec(text) ?? [];
    if (end === undefined) throw new Error(`row ${rows.length + 1} is not valid CSV`);
    row.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === ',' && field.lastIndex < text.length) continue;
    rows.push(row);
    row = [];
  }
  return rows;
}
