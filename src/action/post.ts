import { randomUUID } from 'node:crypto';
import { actionLog } from './log.js';
import { sweepAfter } from './sweep-after.js';

await sweepAfter(actionLog(randomUUID()));
