import { EnvironmentError } from '../../core/errors.js';
import { staticDraft } from '../../core/init/static-draft.js';
import { factsOfImage } from '../../core/init/service-facts.js';
import { oneLine } from '../../core/init/yaml-text.js';
import type { Verdict } from '../../core/verdict.js';
import type { EngineFacts, World } from '../../ports.js';
import { CLEANUP_TIME } from '../check.js';
import { createCleanup } from '../cleanup.js';
import { startDeadline } from '../deadline.js';
import { prepareSource } from '../images.js';
import { judgedMachine } from '../judged-machine.js';
import type { Stage } from '../stage.js';
import { draftedFiles, type DraftedFile } from './drafted-files.js';
import { findSource, type Source } from './find-source.js';
import { propose, type Proposed } from './propose.js';
import type { InitRequest } from './request.js';

/** A first policy, not written yet. */
export interface InitResult {
  /** Where the files go, as the user named it. */
  readonly folder: string;
  readonly service: string;
  readonly files: readonly DraftedFile[];
  /** What checking it said; `null` when it was not run or did not work at all. */
  readonly verdict: Verdict | null;
  readonly looseness: number | null;
  /** What the reader has to know before using it; empty when there is nothing. May hold foreign text. */
  readonly note: string;
}

/**
 * Makes a first policy of a Dockerfile or an image, and where there is an engine, of how the service runs. Throws UsageError for a
 * bad request and EnvironmentError when the image cannot be made or the engine fails on the way.
 */
export async function initPolicy(world: World, request: InitRequest): Promise<InitResult> {
  const source = await findSource(world.files, request);
  if (!request.run) return staticResult(source, 'It was not run, as asked (--no-run)');
  const engine = await askedEngine(world, source);
  if (!('version' in engine)) return staticResult(source, `It was not run: ${engine.message}`);
  world.recorder.prepare();
  try {
    return await onEngine(world, { request, source, engine });
  } finally {
    await world.recorder.close();
  }
}

/** An image can only be looked at with an engine; of a Dockerfile the file tells something. */
async function askedEngine({ engine, log }: World, { image }: Source): Promise<EngineFacts | EnvironmentError> {
  try {
    const facts = await engine.describe();
    log.info(`${facts.name} ${facts.version} at ${facts.endpoint}`);
    return facts;
  } catch (error) {
    if (error instanceof EnvironmentError && image.kind === 'build') return error;
    throw error;
  }
}

interface Job {
  readonly request: InitRequest;
  readonly source: Source;
  readonly engine: EngineFacts;
}

async function onEngine(world: World, { request, source, engine }: Job): Promise<InitResult> {
  const { timeout, runId } = request;
  const cleanup = createCleanup();
  const deadline = startDeadline(world.clock, timeout, request.signal);
  const run = { id: runId, expires: world.clock.date() + timeout + CLEANUP_TIME };
  const stage: Stage = { world, run, cleanup, signal: deadline.signal };
  try {
    const machine = judgedMachine(engine);
    const image = await prepareSource(stage, source.folder, source.image);
    const subject = { ...source, facts: factsOfImage(image) };
    const images = { service: image, reference: '', clients: new Map() };
    return resultOf(source, await propose({ stage, folder: source.folder, engine, machine }, subject, images));
  } catch (error) {
    if (!deadline.signal.aborted) throw error;
    throw stopped(deadline.expired(), timeout);
  } finally {
    deadline.clear();
    for (const failure of await cleanup.run()) world.log.info(`could not clean up: ${String(failure)}`);
  }
}

function stopped(timedOut: boolean, timeout: number): EnvironmentError {
  return timedOut
    ? new EnvironmentError(
        `stopped after ${timeout / 1000} s, the time limit`,
        'Raise --timeout, or use --no-run for a policy from the Dockerfile alone. Nothing was written.',
      )
    : new EnvironmentError('stopped because it was cancelled', 'Nothing was written.');
}

function staticResult(source: Source, why: string): InitResult {
  const draft = staticDraft(source, `${oneLine(why)}: what follows is a guess made of the Dockerfile alone.`);
  return resultOf(source, {
    draft,
    checked: null,
    note: `${why}. So the policy is a guess: capabilities, writable folders and limits were not measured, and no profile was fitted.`,
  });
}

function resultOf({ folder, service }: Source, { draft, checked, note }: Proposed): InitResult {
  return {
    folder,
    service,
    files: draftedFiles(draft),
    verdict: checked?.verdict ?? null,
    looseness: checked?.result.looseness ?? null,
    note,
  };
}
