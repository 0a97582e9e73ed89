import { expect, test } from '@jest/globals';
import { kindOfFile } from '../../../src/core/diff/kind-of-file.js';

test.each([
  ['tightfit.yml', 'version: 1', 'policy'],
  ['tightfit.json', '{"version":1,"services":{}}', 'policy'],
  ['out.json', '{"version":1,"tool":{},"services":[]}', 'result'],
  ['profile.json', '{"defaultAction":"SCMP_ACT_ERRNO"}', 'profile'],
  ['profile.json', '{"defaultAction":', 'profile'],
  ['profile.json', '[]', 'profile'],
  ['profile', '{}', 'profile'],
  ['tightfit.yaml', '[]', 'policy'],
])('%s that holds %s is a %s', (file, text, kind) => {
  expect(kindOfFile(file, text)).toBe(kind);
});
