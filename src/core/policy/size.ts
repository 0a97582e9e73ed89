const POWERS = ['', 'k', 'm', 'g', 't'];

/**
 * Bytes of a size such as `256m`, `1gb` or `0.5GiB`; units are powers of 1024. `null` for any other text.
 * Source: https://github.com/docker/go-units/blob/v0.5.0/size.go (RAMInBytes)
 */
export function parseSize(text: string): number | null {
  const parts = /^(\d+(?:\.\d+)?) ?([kmgt]?)i?b?$/i.exec(text);
  if (parts === null) return null;
  const [, number = '', unit = ''] = parts;
  return Math.floor(Number(number) * 1024 ** POWERS.indexOf(unit.toLowerCase()));
}

/** Bytes as the engine and the policy take them, in the largest unit that needs no fraction: `32m`, `1536k`, `5b`. */
export function sizeText(bytes: number): string {
  const power = POWERS.findLastIndex((_, index) => bytes % 1024 ** index === 0);
  return bytes === 0 ? '0b' : `${bytes / 1024 ** power}${POWERS[power] || 'b'}`;
}
