import { constants } from 'node:os';
import { describe, expect, it } from '@jest/globals';
import { parseSignal } from '../../../src/core/policy/signal.js';

const OF_THIS_KERNEL = Object.keys(constants.signals).filter(
  (name) => !['SIGIOT', 'SIGPOLL', 'SIGUNUSED'].includes(name),
);

describe('a signal', () => {
  it.each(OF_THIS_KERNEL)('%s is known, without SIG and in small letters too', (name) => {
    expect(parseSignal(name)).toEqual({ value: name });
    expect(parseSignal(name.slice('SIG'.length).toLowerCase())).toEqual({ value: name });
  });

  it.each(['SIGRTMIN', 'SIGRTMIN+3', 'RTMAX-14', '9', 64])('%s is known', (written) => {
    expect(parseSignal(written)).toHaveProperty('value');
  });

  it.each(['SIGRTMIN+16', 'SIGRTMAX-15', '0', '65', '', 'SIG', 'HUP2'])('%j is none', (written) => {
    expect(parseSignal(written)).toHaveProperty('mistake');
  });
});
