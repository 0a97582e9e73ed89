import { manyFindings } from '../../../__tests__/support/many-findings.js';
import { annotations } from '../../../src/report/annotations.js';
import { FORMATS } from '../../../src/report/formats.js';

/** Renders a result with 30,000 findings in every format and tells the parent process time, bytes and memory. */
const result = manyFindings(30_000);
let results = 0;
const formats = [{ name: 'annotations', render: annotationText }, ...FORMATS].map(({ name, render }) => {
  const began = performance.now();
  const text = render(result, { base: result });
  const milliseconds = performance.now() - began;
  if (name === 'sarif') results = resultsIn(text);
  return { name, milliseconds, bytes: Buffer.byteLength(text) };
});
process.send?.({ formats, memory: process.resourceUsage().maxRSS * 1024, results });

function annotationText(): string {
  return JSON.stringify(annotations(result));
}

function resultsIn(sarif: string): number {
  const { runs } = JSON.parse(sarif) as { readonly runs: readonly { readonly results: readonly unknown[] }[] };
  return runs.reduce((sum, run) => sum + run.results.length, 0);
}
