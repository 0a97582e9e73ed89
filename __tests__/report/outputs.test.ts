import { expect, test } from '@jest/globals';
import { outputs } from '../../src/report/outputs.js';
import { result, SAMPLES, service } from '../support/sample-results.js';

test('name the verdict, the number of findings and where the reports are', () => {
  expect(outputs(result(), { report: 'out/tightfit', json: 'out/tightfit/tightfit.json' })).toEqual({
    verdict: 'tight',
    looseness: '',
    findings: '1',
    report: 'out/tightfit',
    json: 'out/tightfit/tightfit.json',
  });
});

test('count findings that are not listed', () => {
  expect(SAMPLES['policy-mistake'] && outputs(SAMPLES['policy-mistake'], {})).toEqual({
    verdict: 'unjudged',
    looseness: '',
    findings: '5',
  });
});

test('give the highest looseness', () => {
  const services = [service({ looseness: 7 }), service({ looseness: null }), service({ looseness: 12.5 })];
  expect(outputs(result({ services }), {})['looseness']).toBe('12.5');
});

test('leave out what is not safe and let no path stand for a verdict', () => {
  expect(outputs(result(), { report: 'a b', json: 'a\nverdict=loose', verdict: 'loose' })).toEqual({
    verdict: 'tight',
    looseness: '',
    findings: '1',
    report: '',
    json: '',
  });
});
