import { EnvironmentError } from '../core/errors.js';
import type { Differences } from './probe/context.js';
import type { Stage } from './stage.js';
import type { Subject } from './subject.js';

/** Does something with a running container. When the container ends meanwhile, gives how it ended instead. */
export async function unlessGone(
  stage: Stage,
  subject: Subject,
  work: () => Promise<Differences>,
): Promise<Differences> {
  try {
    const differences = await work();
    return differences.length > 0 && subject.signal.aborted ? await describeEnd(stage, subject) : differences;
  } catch (error) {
    stage.signal.throwIfAborted();
    if (!subject.signal.aborted || error instanceof EnvironmentError) throw error;
    return describeEnd(stage, subject);
  }
}

/** How a container ended, with the last line it wrote: that usually says why. */
async function describeEnd({ world }: Stage, { container }: Subject): Promise<Differences> {
  const { exitCode, oomKilled } = await world.engine.inspect(container);
  const { both } = await world.engine.logs(container, 4096);
  const lastLine = both.trimEnd().split('\n').at(-1)?.trim() ?? '';
  const reason = oomKilled ? ', killed for memory' : '';
  const words = lastLine === '' ? 'it wrote nothing' : `it last wrote: ${lastLine}`;
  return [`the container ended with exit code ${exitCode}${reason}; ${words}`];
}
