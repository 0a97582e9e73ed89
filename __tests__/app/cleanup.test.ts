import { describe, expect, it } from '@jest/globals';
import { createCleanup } from '../../src/app/cleanup.js';
import { EnvironmentError } from '../../src/core/errors.js';

describe('cleanup', () => {
  it('undoes the last first, everything once', async () => {
    const done: string[] = [];
    const cleanup = createCleanup();
    for (const name of ['network', 'container']) cleanup.add(() => Promise.resolve(void done.push(name)));
    expect(await cleanup.run()).toEqual([]);
    await cleanup.run();
    expect(done).toEqual(['container', 'network']);
  });

  it('forgets what was undone early', async () => {
    const done: string[] = [];
    const cleanup = createCleanup();
    const undo = cleanup.add(() => Promise.resolve(void done.push('container')));
    await undo();
    await undo();
    await cleanup.run();
    expect(done).toEqual(['container']);
  });

  it('goes on when one fails, and tells', async () => {
    const done: string[] = [];
    const failure = new EnvironmentError('engine gone', '');
    const cleanup = createCleanup();
    cleanup.add(() => Promise.resolve(void done.push('network')));
    cleanup.add(() => Promise.reject(failure));
    expect(await cleanup.run()).toEqual([failure]);
    expect(done).toEqual(['network']);
  });

  it('tries an early undo that failed again at the end', async () => {
    const answers = [() => Promise.reject(new EnvironmentError('busy', '')), () => Promise.resolve()];
    const cleanup = createCleanup();
    const undo = cleanup.add(() => (answers.shift() ?? (() => Promise.resolve()))());
    await expect(undo()).rejects.toThrow('busy');
    await cleanup.run();
    expect(answers).toHaveLength(0);
  });
});
