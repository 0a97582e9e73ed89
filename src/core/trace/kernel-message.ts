/** Source: Documentation/ABI/testing/dev-kmsg; the kernel's own facility is 0, and no process can write with it. */
const RECORD = /^(\d+),\d+,\d+,[^;]*;([^\n]*)/;
const FACILITY_SHIFT = 3;

/** The text of a record of /dev/kmsg that the kernel itself wrote; `null` for what a process wrote and for other text. */
export function kernelMessage(record: string): string | null {
  const [, priority, text] = RECORD.exec(record) ?? [];
  if (text === undefined || Number(priority) >> FACILITY_SHIFT !== 0) return null;
  return text.replace(/\\x([0-9a-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
