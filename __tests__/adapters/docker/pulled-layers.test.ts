import { expect, test } from '@jest/globals';
import { pulledLayers } from '../../../src/adapters/docker/pulled-layers.js';

test('a pull is as far as its layers', () => {
  const layers = pulledLayers();
  const said = [
    '3.22: Pulling from library/alpine',
    'a2abf6c4d29d: Pulling fs layer',
    '0123456789ab: Already exists',
    'a2abf6c4d29d: Downloading',
    'a2abf6c4d29d: Pull complete',
    'Digest: sha256:00',
  ];
  expect(said.map(layers)).toEqual([
    'asking the registry',
    '0 of 1 layers',
    '1 of 2 layers',
    '1 of 2 layers',
    '2 of 2 layers',
    '2 of 2 layers',
  ]);
});
