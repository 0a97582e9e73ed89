import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { Ajv2020, type AnySchemaObject } from 'ajv/dist/2020.js';
import { schemaErrors } from '../../../src/core/policy/schema.js';

const FILE = new URL('../../../policy.schema.json', import.meta.url);
const SCHEMA = JSON.parse(readFileSync(FILE, 'utf8')) as AnySchemaObject & { readonly $id: string };

interface Shown {
  readonly pointer: string;
  readonly examples: readonly unknown[];
}

/** Every subschema with examples or a default. */
function shownIn(node: unknown, pointer = ''): readonly Shown[] {
  if (typeof node !== 'object' || node === null) return [];
  const own = node as { readonly examples?: readonly unknown[]; readonly default?: unknown };
  const examples = [...(own.examples ?? []), ...('default' in own ? [own.default] : [])];
  const below = Object.entries(node)
    .filter(([key]) => key !== 'examples' && key !== 'default')
    .flatMap(([key, child]) => shownIn(child, `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`));
  return examples.length === 0 ? below : [{ pointer, examples }, ...below];
}

describe('the published schema', () => {
  const ajv = new Ajv2020({ allowUnionTypes: true, keywords: ['errorMessage'] });
  ajv.addSchema(SCHEMA);

  it.each(shownIn(SCHEMA))('takes its own examples at $pointer', ({ pointer, examples }) => {
    const check = ajv.getSchema(`${SCHEMA.$id}#${encodeURI(pointer)}`);
    for (const example of examples) expect([example, check?.(example)]).toEqual([example, true]);
  });

  it('judges as the compiled one does', () => {
    const check = ajv.getSchema(SCHEMA.$id);
    const service = { image: 'nginx', tests: [{ name: 'answers', tcp: 80 }] };
    for (const policy of [
      { version: 1, services: { web: service } },
      { version: 1 },
      { services: { web: {} } },
      null,
      5,
    ]) {
      expect(check?.(policy)).toBe(schemaErrors(policy).length === 0);
    }
  });

  it('describes every key that a policy can have', () => {
    const parts = SCHEMA['$defs'] as Readonly<Record<string, Described>>;
    const isDescribed = ({ description, $ref = '' }: Described): boolean =>
      description !== undefined || parts[$ref.replace('#/$defs/', '')]?.description !== undefined;
    const silent = Object.entries(parts).flatMap(([name, { properties = {} }]) =>
      Object.entries(properties)
        .filter(([, property]) => !isDescribed(property))
        .map(([key]) => `${name}.${key}`),
    );
    expect(silent).toEqual([]);
  });
});

interface Described {
  readonly $ref?: string;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Described>>;
}
