import { describe, expect, it } from '@jest/globals';
import { resultExitCode } from '../../../src/core/fit/result-exit-code.js';
import { minimized } from '../../support/sample-minimize.js';
import { SAMPLES, result } from '../../support/sample-results.js';

describe('the exit code of a result', () => {
  it('goes by the verdict of a check and by the answer of a search', () => {
    const loose = SAMPLES['loose'] ?? result();
    expect(resultExitCode(loose, 'loose')).toBe(1);
    expect(resultExitCode(loose, 'broken')).toBe(0);
    expect(resultExitCode({ ...minimized(), verdict: 'loose' }, 'loose')).toBe(0);
  });

  it.each(['check', 'minimize'] as const)(
    'of a %s with nothing to judge passes, unless something went wrong',
    (mode) => {
      const [problem] = SAMPLES['no-engine']?.findings ?? [];
      const run = { ...result().run, mode };
      const nothing = { run, verdict: 'unjudged', services: [] } as const;
      expect(resultExitCode({ ...nothing, findings: [] }, 'loose')).toBe(0);
      expect(resultExitCode({ ...nothing, findings: problem === undefined ? [] : [problem] }, 'loose')).toBe(2);
    },
  );
});
