import type { LintContext, LintRule, Observation } from '../rule.js';

export const ADD_FROM_URL: LintRule = { id: 'add-from-url', check: addFromUrl };

function addFromUrl({ dockerfile }: LintContext): readonly Observation[] {
  const fetched = (dockerfile?.hazards ?? []).filter(({ kind }) => kind === 'fetched');
  return fetched.map(({ words, location }) => ({
    message: `ADD downloads ${words} at build time without a checksum: whoever answers there decides what is in the image`,
    advice: 'Add --checksum=sha256:…, or download in a RUN that verifies what it got.',
    location,
  }));
}
