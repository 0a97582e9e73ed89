import { createInterface } from 'node:readline';
import { tracefsRecorder } from '../../src/adapters/tracefs/recorder.js';
import type { Recording } from '../../src/ports.js';

/**
 * Records as it is told, a JSON list of words in a line: begin, follow ID PID, mark STEP, end. Answers each in a line. For tests
 * in which the one that records is another process.
 */
const [script = '', lifetime = ''] = process.argv.slice(2);
const recorder = tracefsRecorder({ script, lifetime: Number(lifetime) });
let recording: Recording | null = null;

for await (const line of createInterface({ input: process.stdin })) {
  const [word, first, second] = JSON.parse(line) as [string, string, number];
  let answer: unknown = {};
  if (word === 'begin') {
    const start = await recorder.begin({ local: true, narrowed: [], watched: [] });
    if ('recording' in start) recording = start.recording;
    else answer = start;
  }
  if (word === 'follow') await recording?.follow(first, second);
  if (word === 'mark') await recording?.mark(first);
  if (word === 'end') answer = (await recording?.end()) ?? null;
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}
await recorder.close();
