import { expect, test } from '@jest/globals';
import { explain } from '../../../src/core/explain/explain.js';
import { ruleIds } from '../../../src/core/rules.js';

test('a rule is explained by its id, with the controls it is about and whether a policy may set it', () => {
  const found = explain('no-new-privileges-off');
  const [page] = found.known ? found.pages : [];
  expect(page).toMatchObject({ kind: 'rule', name: 'no-new-privileges-off' });
  expect(page?.facts.find(({ label }) => label === 'Standards')?.text).toContain('CIS Docker 5.26');
  expect(page?.facts.find(({ label }) => label === 'Setting')?.text).toBe('a policy may set it under rules');
});

test('every rule has a page of its own', () => {
  const unknown = ruleIds().filter((id) => {
    const found = explain(id);
    return !found.known || !found.pages.some(({ kind, name }) => kind === 'rule' && name === id);
  });
  expect(unknown).toEqual([]);
});

test('a misspelt rule is suggested where nothing else is near', () => {
  expect(explain('no-new-privilege-off')).toEqual({ known: false, suggestion: 'no-new-privileges-off' });
});
