import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseVolume } from '../../../src/core/policy/volume.js';

describe('a volume', () => {
  it.each([
    ['./share:/srv', { kind: 'bind', source: './share', target: '/srv', readOnly: false }],
    ['./share:/srv/:ro', { kind: 'bind', source: './share', target: '/srv', readOnly: true }],
    ['./a b:/srv:rw', { kind: 'bind', source: './a b', target: '/srv', readOnly: false }],
    ['/var/lib//samba/', { kind: 'anonymous', target: '/var/lib/samba' }],
  ])('%s is read', (text, volume) => {
    expect(parseVolume(text)).toEqual({ value: volume });
  });

  it('never binds what is outside of the folder, the folder itself, or an unmarked name', () => {
    const parts = fc.constantFrom('..', '.', '', '~', 'a', '.git', ':', '/', 'docker.sock');
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 6 }), (names) => {
        const parsed = parseVolume(`${names.join('/')}:/target`);
        if (!('value' in parsed) || parsed.value.kind !== 'bind') return;
        expect(parsed.value.source).toMatch(/^\.\.?\//);
        expect(parsed.value.source.split('/')).not.toContain('.git');
        expect(parsed.value.source).not.toMatch(/docker\.sock$/);
      }),
    );
  });
});
