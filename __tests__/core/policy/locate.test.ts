import { describe, expect, it } from '@jest/globals';
import { parsePolicy } from '../../../src/core/policy/parse.js';

const TEXT = `version: 1
services:
  web:
    image: nginx
    run:
      cap_add: [CHOWN, "SETUID"]
      environment:
        "/a~b": x
    tests:
      - name: answers
        tcp: 80
`;

const PLACES: readonly (readonly [readonly (string | number)[], number, number])[] = [
  [[], 3, 3],
  [['image'], 4, 5],
  [['run', 'cap_add'], 6, 7],
  [['run', 'cap_add', 0], 6, 17],
  [['run', 'cap_add', 1], 6, 24],
  [['run', 'environment', '/a~b'], 8, 9],
  [['tests', 0], 10, 9],
  [['tests', 0, 'tcp'], 11, 9],
  [['run', 'cap_add', 2], 6, 7],
  [['run', 'user'], 5, 5],
  [['tests', 0, 'http', 'port'], 10, 9],
  [['limits', 'looseness'], 3, 3],
];

describe('a service', () => {
  const service = parsePolicy('dir/tightfit.yml', TEXT).policy?.services[0];

  it.each(PLACES)('says that %j stands at %i:%i', (path, line, column) => {
    expect(service?.at(...path)).toEqual({ file: 'dir/tightfit.yml', line, column });
  });
});
