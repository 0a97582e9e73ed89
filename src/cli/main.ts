import { exitCodeOf } from './exit-code.js';
import { runProgram } from './program.js';

process.exitCode = await exitCodeOf(() => runProgram(process.argv.slice(2)));
