/**
 * A static x86-64 program that makes nothing but the given calls, so that what a filter refuses it is the runtime's.
 * @param {number[]} code machine code, run from its first byte
 */
function program(code) {
  const base = 0x400000;
  const headers = 64 + 56;
  const file = Buffer.alloc(headers + code.length);
  file.set([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1]);
  file.writeUInt16LE(2, 16); // ET_EXEC
  file.writeUInt16LE(62, 18); // EM_X86_64
  file.writeUInt32LE(1, 20);
  file.writeBigUInt64LE(BigInt(base + headers), 24);
  file.writeBigUInt64LE(64n, 32);
  file.writeUInt16LE(64, 52);
  file.writeUInt16LE(56, 54);
  file.writeUInt16LE(1, 56);
  file.writeUInt32LE(1, 64); // PT_LOAD
  file.writeUInt32LE(5, 68); // readable and executable
  file.writeBigUInt64LE(BigInt(base), 80);
  file.writeBigUInt64LE(BigInt(base), 88);
  file.writeBigUInt64LE(BigInt(file.length), 96);
  file.writeBigUInt64LE(BigInt(file.length), 104);
  file.writeBigUInt64LE(0x1000n, 112);
  file.set(code, headers);
  return file;
}

/** The calls that the programs below make. */
export const PROGRAM_CALLS = ['exit_group', 'pause'];

/** Waits until it is killed. */
export const PAUSE = program([0xb8, 34, 0, 0, 0, 0x0f, 0x05, 0xeb, 0xf7]);

/** Exits with 0. */
export const SUCCEED = program([0xbf, 0, 0, 0, 0, 0xb8, 231, 0, 0, 0, 0x0f, 0x05]);
