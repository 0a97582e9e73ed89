import { describe, expect, it } from '@jest/globals';
import { minimizeExitCode } from '../../../src/core/fit/minimize-exit-code.js';
import type { ServiceResult } from '../../../src/core/result.js';
import type { Verdict } from '../../../src/core/verdict.js';
import { minimized } from '../../support/sample-minimize.js';

function code(verdict: Verdict, services: readonly ServiceResult[]): number {
  return minimizeExitCode({ verdict, services, findings: [] });
}

describe('minimizeExitCode', () => {
  const { services } = minimized();
  const unfinished = services.map((service) => ({ ...service, minimize: null }));

  it('passes when the minimum was found, however the declared policy fits', () => {
    expect([code('tight', services), code('loose', services), code('broken', services)]).toEqual([0, 0, 0]);
  });

  it('does not pass without a minimum, or when something could not be judged', () => {
    expect([code('broken', unfinished), code('unjudged', services)]).toEqual([1, 2]);
  });
});
