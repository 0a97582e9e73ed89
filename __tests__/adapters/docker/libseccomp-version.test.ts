import { describe, expect, it } from '@jest/globals';
import { libseccompIn } from '../../../src/adapters/docker/libseccomp-version.js';

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
