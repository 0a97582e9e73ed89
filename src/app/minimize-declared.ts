import { grantedCapabilities } from '../core/capability/grant.js';
import { CAPABILITIES } from '../core/capability/names.js';
import { activeExceptions } from '../core/fit/exceptions.js';
import { grantRows, unusedCapabilities } from '../core/fit/grant-rows.js';
import { judgeUnusedCapabilities } from '../core/fit/limits.js';
import type { BreakRow, MinimizeReport } from '../core/fit/minimize-report.js';
import type { Trial } from '../core/result.js';
import { stepFindings } from '../core/smoke/step-findings.js';
import type { ExerciseResult } from '../core/smoke/outcome.js';
import type { PreparedService, Progress } from './check-service.js';
import { tooLittleGranted } from './control.js';
import { despiteTrouble } from './despite-trouble.js';
import { exerciseRecorded } from './exercise-recorded.js';
import { judgeExercised } from './judge-fit.js';
import type { Judgement } from './judge-service.js';
import type { Stage } from './stage.js';

/**
 * Runs a service once as declared and judges that by what the search has shown of its capabilities: so the result tells how the
 * policy fits, beside what to change in it.
 */
export async function judgeDeclared(stage: Stage, prepared: PreparedService, progress: Progress): Promise<void> {
  const { minimize } = progress;
  if (minimize === null) return;
  stage.world.log.info('run as declared, to say how that fits');
  const declared = await despiteTrouble(stage, () => exerciseRecorded(stage, prepared.plan));
  const today = new Date(stage.world.clock.date()).toISOString();
  progress.judgement = judgementOf(prepared, { declared, minimize, today });
  const { part, engine } = prepared;
  progress.fit = judgeExercised({ part, engine, filters: progress.filters, judgement: progress.judgement, today });
}

interface Shown {
  readonly declared: ExerciseResult;
  readonly minimize: MinimizeReport;
  readonly today: string;
}

function judgementOf({ part, machine }: PreparedService, { declared, minimize, today }: Shown): Judgement {
  const { service } = part;
  const granted = grantedCapabilities(service.run, machine).bounding;
  const { needed } = minimize.capabilities;
  const grants = grantRows({
    granted,
    trials: minimize.rows.filter(({ kind, state }) => kind === 'capability' && state === 'needed').map(trialOf),
    unneeded: granted.filter((name) => !needed.includes(name)),
    exceptions: activeExceptions(service.exceptions, today),
  });
  const findings = declared.works
    ? judgeUnusedCapabilities(service, unusedCapabilities(grants))
    : [...stepFindings(service, declared), tooLittleGranted(service)];
  return { declared, control: null, trials: [], grants, findings };
}

/** The trial behind a row; how long it took is not told. */
function trialOf({ name, step, message }: BreakRow): Pick<Trial, 'without' | 'works' | 'failure'> {
  const without = CAPABILITIES.filter((capability) => capability === name);
  return { without, works: false, failure: step === '' ? message : `${step}: ${message}` };
}
