import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { kernelMessage } from '../../../src/core/trace/kernel-message.js';

describe('a record of the log', () => {
  it.each([
    ['5,105,134826354,-;audit: type=1400 audit(1.2:3): x\n SUBSYSTEM=a\n', 'audit: type=1400 audit(1.2:3): x'],
    ['6,1,2,c,caller=T1;a\\x09b', 'a\tb'],
  ])('of the kernel is its text: %j', (record, text) => {
    expect(kernelMessage(record)).toBe(text);
  });

  it.each([
    ['a process wrote', '12,105,134826354,-;audit: type=1400 audit(1.2:3): apparmor="DENIED"'],
    ['is no record', 'audit: type=1400'],
    ['is empty', ''],
  ])('that %s is none', (_, record) => {
    expect(kernelMessage(record)).toBeNull();
  });

  it('of another facility than the kernel’s is never the kernel’s', () => {
    fc.assert(
      fc.property(fc.integer({ min: 8, max: 191 }), fc.string(), (priority, text) => {
        expect(kernelMessage(`${priority},1,2,-;${text}`)).toBeNull();
      }),
    );
  });
});
