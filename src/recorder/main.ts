import { serve } from './serve.js';

/**
 * The root helper: `recorder.js <lifetime in milliseconds>`. It ends by itself when its input ends or its lifetime is over,
 * because nobody but root could end it.
 */
process.exitCode = await serve({
  lifetime: Number(process.argv[2]),
  input: process.stdin,
  output: process.stdout,
});
