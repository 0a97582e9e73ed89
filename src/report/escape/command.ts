/**
 * The data of a workflow command, the part after the second `::`, on one line. The runner undoes it.
 * Source: https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts
 */
export function commandData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

/** The value of a workflow command's property, such as `file` or `title`. */
export function commandProperty(text: string): string {
  return commandData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
