import { describe, expect, it } from '@jest/globals';
import { readInputs } from '../../src/action/inputs.js';
import { FORMATS } from '../../src/report/formats.js';
import { actionMetadata } from '../support/workflows/action-metadata.js';

const { name, description, branding, inputs, outputs } = actionMetadata();

/** The icons and colours that the Marketplace shows, of those we would choose. */
const BRANDING = { icon: 'shield', color: 'green' };

describe('action.yml', () => {
  it('has what the Marketplace shows: a name, a picture, and a description that it does not cut', () => {
    expect({ name, branding }).toEqual({ name: 'Tightfit', branding: BRANDING });
    expect(description.length).toBeLessThan(125);
  });

  it('lists every input that the action knows', () => {
    const given = Object.fromEntries(Object.keys(inputs).map((input) => [`INPUT_${input.toUpperCase()}`, '']));
    expect(readInputs(given)).toMatchObject({ mode: 'check', policy: 'tightfit.yml' });
    const message = /Expected (.*)\.$/.exec(refusal({ INPUT_QQQQQQ: '' }))?.[1];
    expect(message?.split(', ')).toEqual(Object.keys(inputs));
  });

  it('says of every input and output what it is', () => {
    const told = [...Object.values(inputs), ...Object.values(outputs)].map((one) => one.description);
    expect(told.filter((text) => text.length < 10)).toEqual([]);
  });

  it('has an output for the path of every format', () => {
    const paths = Object.keys(outputs).filter((output) => output.startsWith('report-'));
    expect(paths.sort()).toEqual(FORMATS.map((format) => `report-${format.name}`).sort());
  });
});

function refusal(environment: Readonly<Record<string, string>>): string {
  try {
    readInputs(environment);
  } catch (error) {
    return error instanceof Error ? error.message : '';
  }
  return '';
}
