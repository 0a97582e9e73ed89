import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { foreignFrontend } from '../../../src/core/image/frontend.js';

describe('foreignFrontend', () => {
  test.each([
    'FROM debian\n',
    '# syntax=docker/dockerfile:1\nFROM debian\n',
    '#syntax = docker/dockerfile:1.7-labs\nFROM debian\n',
    `# syntax=docker.io/docker/dockerfile:1@sha256:${'0'.repeat(64)}\nFROM debian\n`,
    '# syntax=docker/dockerfile\r\nFROM debian\r\n',
    'FROM debian\n# syntax=evil/frontend\n',
    '# escape=`\n# check=skip=all\nFROM debian\n',
    '',
  ])('finds none in %j', (dockerfile) => {
    expect(foreignFrontend(dockerfile)).toBeNull();
  });

  test.each([
    ['# syntax=evil/frontend\nFROM debian\n', 'evil/frontend'],
    ['#SYNTAX=evil/frontend:1\n', 'evil/frontend:1'],
    ['\uFEFF# syntax=evil/frontend\n', 'evil/frontend'],
    ['#!/usr/bin/env docker\n# syntax=evil/frontend\n', 'evil/frontend'],
    ['// syntax=evil/frontend\n', 'evil/frontend'],
    ['# a comment\n\n# syntax=evil/frontend\n', 'evil/frontend'],
    ['# escape=`\r# syntax=evil/frontend\r', 'evil/frontend'],
    ['# syntax=docker/dockerfile.evil.test/x\n', 'docker/dockerfile.evil.test/x'],
    ['# syntax=evil.test/docker/dockerfile:1\n', 'evil.test/docker/dockerfile:1'],
    ['# syntax=docker/dockerfile-upstream:master\n', 'docker/dockerfile-upstream:master'],
    ['# syntax=docker/dockerfile:1 evil\n', 'docker/dockerfile:1 evil'],
    ['# syntax=\n', ''],
    ['{ "syntax": "evil/frontend" }', 'a JSON document'],
  ])('finds the one in %j', (dockerfile, frontend) => {
    expect(foreignFrontend(dockerfile)?.name).toBe(frontend);
  });

  test('is not fooled by white space and case', () => {
    const blank = fc.string({ unit: fc.constantFrom(' ', '\t'), maxLength: 4 });
    const word = fc.constantFrom('syntax', 'SYNTAX', 'Syntax', 'sYnTaX');
    fc.assert(
      fc.property(fc.tuple(blank, blank, word, blank, blank), ([a, b, name, c, d]) => {
        expect(foreignFrontend(`${a}#${b}${name}${c}=${d}evil/frontend\nFROM debian\n`)?.name).toBe('evil/frontend');
      }),
    );
  });
});
