/** Whether one text is another with pieces left out. */
export function isLeftOf(after: string, before: string): boolean {
  let at = 0;
  for (const sign of before) if (sign === after[at]) at++;
  return at === after.length;
}
