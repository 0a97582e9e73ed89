/** A part of a page that opens on a click; blocks of Markdown within. `title` is our own text. */
export function fold(title: string, content: string): string {
  return `<details><summary>${title}</summary>\n\n${content}\n\n</details>`;
}
