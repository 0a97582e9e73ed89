/** Advance widths of the letters a badge uses, in Verdana at 11 pixels, in hundredths of a pixel. */
const WIDTHS: Readonly<Record<string, number>> = {
  a: 661,
  b: 685,
  c: 573,
  d: 685,
  e: 655,
  f: 387,
  g: 685,
  h: 696,
  i: 302,
  j: 379,
  k: 651,
  l: 302,
  m: 1070,
  n: 696,
  o: 668,
  p: 685,
  q: 685,
  r: 469,
  s: 573,
  t: 433,
  u: 696,
  v: 651,
  w: 900,
  x: 651,
  y: 651,
  z: 578,
  ' ': 387,
  '.': 400,
  '·': 400,
  '(': 500,
  ')': 500,
};

/** Of every digit, and of the widest letter for anything else. */
const DIGIT = 699;
const WIDEST = 1070;

/** Pixels that a text takes in Verdana at 11 pixels. Small letters, digits and what stands between them. */
export function textWidth(text: string): number {
  const width = Array.from(text).reduce((sum, letter) => sum + letterWidth(letter), 0);
  return width / 100;
}

function letterWidth(letter: string): number {
  if (letter >= '0' && letter <= '9') return DIGIT;
  return WIDTHS[letter] ?? WIDEST;
}
