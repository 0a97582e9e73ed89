import { expect, test } from '@jest/globals';
import { buildStep } from '../../../src/core/image/build-step.js';

test.each([
  ['#7 [2/3] RUN make', '[2/3] RUN make'],
  [
    '#12 [linux/amd64 build 1/4] FROM docker.io/library/debian',
    '[linux/amd64 build 1/4] FROM docker.io/library/debian',
  ],
  ['Step 2/5 : COPY . /app', '[2/5] COPY . /app'],
  [`#7 [2/3] RUN ${'x'.repeat(200)}`, `[2/3] RUN ${'x'.repeat(70)}…`],
])('%j begins a step', (line, step) => {
  expect(buildStep(line)).toBe(step);
});

test.each([
  '#7 0.123 [2/3] RUN make',
  '#7 DONE 0.3s',
  '#7 CACHED',
  '#1 [internal] load build definition from Dockerfile',
  ' ---> 0123456789ab',
  'Step 2 of 5',
  '',
])('%j does not', (line) => {
  expect(buildStep(line)).toBeNull();
});
