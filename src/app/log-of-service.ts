import type { Log } from '../ports.js';

/** A log that says of every line whose it is, for services that run side by side: no phase is everybody's. */
export function logOfService(log: Log, name: string): Log {
  return {
    phase: (title) => {
      log.info(`${name}: ${title}`);
    },
    info: (message) => {
      log.info(`${name}: ${message}`);
    },
    detail: (message) => {
      log.detail(`${name}: ${message}`);
    },
    progress: (message) => {
      log.progress(`${name}: ${message}`);
    },
    foreign: (source, text) => {
      log.foreign(`${name}: ${source}`, text);
    },
    failed: (source) => {
      log.failed(`${name}: ${source}`);
    },
  };
}
