import { describe, expect, it } from '@jest/globals';
import { libraryIn, libseccompFile, libseccompIn } from '../../../src/adapters/docker/libseccomp-version.js';

const WORDS = `runc version 1.1.5+ds1
commit: 1.1.5+ds1-1+deb12u1
spec: 1.0.2-dev
go: go1.19.8
libseccomp: 2.5.4
`;

describe('libseccompIn', () => {
  it('reads the line that runc prints', () => {
    expect(libseccompIn(WORDS, '1.1.5+ds1')).toBe('2.5.4');
  });

  it("believes no runc but the engine's own", () => {
    expect(libseccompIn(WORDS, '1.3.0')).toBeNull();
  });

  it('knows nothing without a runc or a libseccomp', () => {
    expect(libseccompIn('', '')).toBeNull();
    expect(libseccompIn('runc version 1.0.0\nspec: 1.0.2\n', '1.0.0')).toBeNull();
  });
});

describe('the library that crun is linked with', () => {
  const LDD = `\tlinux-vdso.so.1 (0x00007ffd)
\tlibseccomp.so.2 => /lib/x86_64-linux-gnu/libseccomp.so.2 (0x00007fb9)
\tlibc.so.6 => /lib/x86_64-linux-gnu/libc.so.6 (0x00007fb9)
`;

  it('is where ldd finds it', () => {
    expect(libraryIn(LDD)).toBe('/lib/x86_64-linux-gnu/libseccomp.so.2');
  });

  it('is unknown when it is built in or not found', () => {
    expect(libraryIn('\tstatically linked\n')).toBe('');
    expect(libraryIn('\tlibseccomp.so.2 => not found\n')).toBe('');
  });

  it('has its version in the name of its file', () => {
    expect(libseccompFile('/usr/lib/x86_64-linux-gnu/libseccomp.so.2.6.0\n')).toBe('2.6.0');
    expect(libseccompFile('/usr/lib/libseccomp.so.2\n')).toBeNull();
    expect(libseccompFile('')).toBeNull();
  });
});
