import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { CAPABILITIES } from '../../src/core/capability/names.js';
import { RULES } from '../../src/core/rules.js';
import { json } from '../../src/report/json.js';
import { COMPARED_SAMPLES } from '../support/sample-baseline.js';
import { MINIMIZED_SAMPLES } from '../support/sample-minimize.js';
import { RECORDED_SAMPLES } from '../support/sample-recorded.js';
import { SAMPLES } from '../support/sample-results.js';
import { schemaShape, type Schema } from '../support/schema-shape.js';
import { typeShape } from '../support/type-shape.js';

const SCHEMA = JSON.parse(readFileSync(new URL('../../result.schema.json', import.meta.url), 'utf8')) as Schema;
const RESULT_TYPE = {
  file: fileURLToPath(new URL('../../src/core/result.ts', import.meta.url)),
  name: 'CheckResult',
  open: [CAPABILITIES, Object.keys(RULES)],
};

const validate = new Ajv2020({ allErrors: true }).compile(SCHEMA);

function mistakes(value: unknown): readonly string[] {
  validate(value);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ''}`);
}

describe('the published schema of a result', () => {
  test('says the same as the type', () => {
    expect(schemaShape(SCHEMA)).toEqual(typeShape(RESULT_TYPE));
  });

  test.each(Object.entries({ ...SAMPLES, ...RECORDED_SAMPLES, ...MINIMIZED_SAMPLES, ...COMPARED_SAMPLES }))(
    'takes a result that is %s',
    (_, sample) => {
      expect(mistakes(JSON.parse(json(sample)))).toEqual([]);
    },
  );

  test.each(Object.keys(RULES))('takes the rule %s', (rule) => {
    const [finding] = SAMPLES['tight']?.findings ?? [];
    expect(mistakes({ ...SAMPLES['tight'], findings: [{ ...finding, rule }] })).toEqual([]);
  });

  test.each(CAPABILITIES)('takes the capability %s', (name) => {
    const [service] = SAMPLES['tight']?.services ?? [];
    const grants = [{ kind: 'capability', name, state: 'needed', evidence: '' }];
    expect(mistakes({ ...SAMPLES['tight'], services: [{ ...service, grants }] })).toEqual([]);
  });

  test('refuses a verdict that does not exist, a missing and an unknown key', () => {
    const { tool, ...rest } = SAMPLES['tight'] ?? {};
    expect(mistakes({ ...rest, verdict: 'fine', tools: tool })).toEqual([
      " must have required property 'tool'",
      ' must NOT have additional properties',
      '/verdict must be equal to one of the allowed values',
    ]);
  });
});
