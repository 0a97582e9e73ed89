import { readFile, writeFile } from 'node:fs/promises';
import { Ajv2020 } from 'ajv/dist/2020.js';
import standalone from 'ajv/dist/standalone/index.js';
import { compile } from 'json-schema-to-typescript';

const ROOT = new URL('../../', import.meta.url);
const SCHEMA = 'policy.schema.json';
const TYPES = 'src/core/policy/written.generated.ts';
const VALIDATOR = 'src/core/policy/validate.generated.ts';
const BANNER = `// Made from ${SCHEMA} by scripts/generate/policy-types.mjs. Change that and run: npm run generate\n`;

/**
 * Writes the policy's types and its validator from the published schema. With `check` nothing is written.
 * Gives the files that were out of date.
 */
export async function generatePolicyTypes({ check }) {
  const schema = JSON.parse(await readFile(new URL(SCHEMA, ROOT), 'utf8'));
  const made = [
    [TYPES, await types(schema)],
    [VALIDATOR, validator(schema)],
  ];
  const stale = [];
  for (const [file, text] of made) {
    if ((await current(file)) === text) continue;
    stale.push(file);
    if (!check) await writeFile(new URL(file, ROOT), text);
  }
  return stale;
}

async function current(file) {
  return readFile(new URL(file, ROOT), 'utf8').catch(() => null);
}

async function types(schema) {
  return compile({ ...forTypes(schema), title: 'Policy' }, 'Policy', {
    additionalProperties: false,
    bannerComment: BANNER.trimEnd(),
    ignoreMinAndMaxItems: true,
    style: { printWidth: 120, singleQuote: true },
  });
}

/**
 * The schema in the words that become plain types: `oneOf` would be an intersection, text beside a `$ref` a copy of what
 * it refers to, and `patternProperties` a comment.
 */
function forTypes(schema) {
  return mapSchema(without(schema, ['oneOf', 'examples', 'errorMessage']), (node) => {
    if (node.$ref !== undefined) return { $ref: node.$ref };
    const { patternProperties, ...rest } = node;
    return patternProperties === undefined
      ? node
      : { ...rest, additionalProperties: Object.values(patternProperties)[0] };
  });
}

/** Compiled here and not at run time: no `new Function`, and a fifth of the start-up. */
function validator(schema) {
  const bare = without(schema, ['$id', 'title', 'description', 'examples', 'default']);
  const ajv = new Ajv2020({
    allErrors: true,
    allowUnionTypes: true,
    verbose: true,
    messages: false,
    inlineRefs: false,
    keywords: ['errorMessage'],
    code: { source: true, esm: true, lines: true },
  });
  const code = standalone(ajv, ajv.compile(bare));
  if (code.includes('require(')) throw new Error(`${SCHEMA} uses a keyword whose check needs a library at run time`);
  const [, check] = /^export const validate = (\w+);$/m.exec(code) ?? [];
  const [, root] = /^const (\w+) = \{"\$schema":/m.exec(code) ?? [];
  return `// @ts-nocheck
${BANNER}import type { SchemaNode, Validator } from './schema-node.js';

${code.slice(code.indexOf(`const ${root}`))}
export const schema: SchemaNode = ${root};
export const validate: Validator = ${check};
`;
}

/** A deep copy without some annotation keywords. */
function without(schema, keywords) {
  return mapSchema(schema, (node) =>
    Object.fromEntries(Object.entries(node).filter(([keyword]) => !keywords.includes(keyword))),
  );
}

const OF_NAMES = ['properties', 'patternProperties', '$defs'];

/** A deep copy with every subschema changed, outermost first. */
function mapSchema(schema, change) {
  if (typeof schema !== 'object' || schema === null) return schema;
  if (Array.isArray(schema)) return schema.map((item) => mapSchema(item, change));
  return mapValues(change(schema), (value, keyword) =>
    OF_NAMES.includes(keyword) ? mapValues(value, (node) => mapSchema(node, change)) : mapSchema(value, change),
  );
}

function mapValues(object, change) {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value, key)]));
}
