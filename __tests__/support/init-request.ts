import type { InitRequest } from '../../src/app/init/request.js';

/** A request for a policy in the current folder, as `tightfit init` makes it without options. */
export function initRequest(changes: Partial<InitRequest> = {}): InitRequest {
  return {
    path: '.',
    image: null,
    name: null,
    run: true,
    replace: false,
    timeout: 600_000,
    runId: 'r1',
    signal: new AbortController().signal,
    ...changes,
  };
}
