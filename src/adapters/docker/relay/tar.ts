const BLOCK = 512;

/** A tar archive with one program in it, owned by root. https://man7.org/linux/man-pages/man5/tar.5.html (ustar) */
export function tarOf(name: string, content: Uint8Array): Uint8Array {
  const header = Buffer.alloc(BLOCK);
  const field = (text: string, offset: number): void => {
    header.write(text, offset, 'latin1');
  };
  field(name, 0);
  field('0000555\0', 100);
  field('0000000\0', 108);
  field('0000000\0', 116);
  field(`${content.length.toString(8).padStart(11, '0')}\0`, 124);
  field('00000000000\0', 136);
  field(' '.repeat(8), 148);
  field('0', 156);
  field('ustar\x0000', 257);
  const sum = header.reduce((total, byte) => total + byte, 0);
  field(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  const padding = Buffer.alloc((BLOCK - (content.length % BLOCK)) % BLOCK);
  return Buffer.concat([header, content, padding, Buffer.alloc(2 * BLOCK)]);
}
