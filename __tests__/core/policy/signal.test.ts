import { constants } from 'node:os';
import { describe, expect, it } from '@jest/globals';
import { parseSignal, parseStopSignal, signalNumber } from '../../../src/core/policy/signal.js';

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

describe('the number of a signal', () => {
  it.each(OF_THIS_KERNEL)('%s is as this kernel has it', (name) => {
    expect(signalNumber(name)).toBe(constants.signals[name as NodeJS.Signals]);
    expect(signalNumber(name.slice('SIG'.length).toLowerCase())).toBe(constants.signals[name as NodeJS.Signals]);
  });

  it.each([
    ['SIGRTMIN', 34],
    ['SIGRTMIN+3', 37],
    ['RTMAX-14', 50],
    ['9', 9],
    ['SIGPOLLUTE', null],
  ])('%s: %p', (signal, number) => {
    expect(signalNumber(signal)).toBe(number);
  });
});

describe('a stop signal', () => {
  it.each(['SIGSTOP', 'stop', 19, '19'])('is not %p, which only pauses', (written) => {
    expect(parseStopSignal(written)).toMatchObject({
      mistake: { message: `signal "${written}" pauses a process and cannot be handled, so it does not stop a service` },
    });
  });

  it.each(['SIGKILL', 9, 'SIGRTMIN+3', 'SIGTERM'])('is %p', (written) => {
    expect(parseStopSignal(written)).toHaveProperty('value');
  });
});
