/** Longest program name kept, in characters. */
const NAME_LIMIT = 64;
/** Names that say how a file was reached, not which: runc starts itself again by these. */
const NAMELESS = /^\/(proc\/(self|\d+)\/(exe|fd\/\d+)|dev\/fd\/\d+)$/;

/**
 * The base name of an executed file, without characters that are not printable; `null` for a path that names no file.
 * Foreign text: the program chose it.
 */
export function programName(file: string): string | null {
  if (NAMELESS.test(file)) return null;
  const base = file.slice(file.lastIndexOf('/') + 1);
  const printable = base.replace(/[^\x21-\x7e]/g, '?').slice(0, NAME_LIMIT);
  return printable === '' ? null : printable;
}
