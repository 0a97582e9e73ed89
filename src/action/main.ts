import { randomUUID } from 'node:crypto';
import { actionLog } from './log.js';
import { runAction } from './run.js';

process.exitCode = await runAction(actionLog(randomUUID()), process.env);
