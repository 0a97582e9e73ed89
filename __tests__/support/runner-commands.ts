/** What .NET's culture comparison skips, so that `#<U+200D>#[` is found as `##[`. More than it really skips. */
const SKIPPED = /[\p{Cc}\p{Cf}\p{Cs}\p{Cn}\p{Default_Ignorable_Code_Point}]/gu;

/** A workflow command as the runner understood it. */
export interface RunnerCommand {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly data: string;
}

/**
 * The lines of a log that a GitHub runner might take as a command. Stricter than it: any command name counts, and neither the
 * second `::` nor the `]` need be there. It splits at LF, CR and CRLF, strips leading white space before `::` and finds `##[`
 * anywhere. Source: https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs
 */
export function suspiciousLines(log: string): readonly string[] {
  return log.split(/\r\n|\r|\n/u).filter((line) => {
    const seen = line.replace(SKIPPED, '');
    return seen.includes('##[') || line.trimStart().startsWith('::') || seen.trimStart().startsWith('::');
  });
}

/** A command of the second form, read as `ActionCommand.TryParseV2` does; `null` for any other line. */
export function parseCommand(line: string): RunnerCommand | null {
  const message = line.trimStart();
  const end = message.startsWith('::') ? message.indexOf('::', 2) : -1;
  if (end < 0) return null;
  const info = message.slice(2, end);
  const space = info.indexOf(' ');
  const name = space < 0 ? info : info.slice(0, space);
  const pairs = space < 0 ? [] : info.slice(space + 1).split(',');
  const properties = pairs.map((pair) => {
    const [key = '', ...value] = pair.split('=');
    return [key, unescapeProperty(value.join('='))] as const;
  });
  return { name, properties: Object.fromEntries(properties), data: unescapeData(message.slice(end + 2)) };
}

function unescapeData(text: string): string {
  return text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');
}

function unescapeProperty(text: string): string {
  const lines = text.replaceAll('%0D', '\r').replaceAll('%0A', '\n');
  return lines.replaceAll('%3A', ':').replaceAll('%2C', ',').replaceAll('%25', '%');
}
