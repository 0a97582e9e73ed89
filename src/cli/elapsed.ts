/** Milliseconds since the start as a clock shows them: ` 0:07`, `12:34`, `1:02:03`. */
export function elapsed(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000);
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  const rest = String(seconds % 60).padStart(2, '0');
  return hours === 0 ? `${minutes}:${rest}`.padStart(5) : `${hours}:${String(minutes).padStart(2, '0')}:${rest}`;
}
