import { EnvironmentError } from '../core/errors.js';
import type { FitJudgement } from '../core/fit/judge-fit.js';
import { judgeReach } from '../core/reach/judge-reach.js';
import { objectFacts, type ObjectFacts } from '../core/reach/object-facts.js';
import { ProgramFiles } from '../core/reach/program-files.js';
import type { ReachReport } from '../core/reach/reach-report.js';
import type { Machine } from '../core/seccomp/arch.js';
import type { Judgement } from './judge-service.js';
import type { Stage } from './stage.js';

/** What was recorded of a service and what follows from it. */
interface Judged {
  readonly judgement: Judgement | null;
  readonly fit: FitJudgement | null;
}

/** The image whose programs are read, and the machine that they ran on. */
export interface ReadImage {
  readonly imageId: string;
  readonly arch: Machine;
}

/** Reads the programs that a service executed from its image; `null` when its use was not recorded. Trouble is a reason in it. */
export async function readReach(
  stage: Stage,
  { imageId, arch }: ReadImage,
  judged: Judged,
): Promise<ReachReport | null> {
  const executed = judged.judgement?.declared.record?.executed ?? [];
  const rows = judged.fit?.syscalls.rows ?? [];
  if (executed.length === 0 || rows.length === 0) return null;
  if (arch !== 'amd64') return unknown(`machine code is read on amd64 only, and this engine is on ${arch}`);
  stage.world.log.info('look which of the excess its programs can make at all');
  try {
    const disassemble = await stage.world.disassembler();
    const files = new ProgramFiles<ObjectFacts>((path, bytes) => objectFacts(path, bytes, disassemble));
    const layers = await stage.world.engine.readImage(imageId, files, stage.signal);
    return judgeReach({ rows, executed, layers, files: files.found });
  } catch (error) {
    if (!(error instanceof EnvironmentError)) throw error;
    return unknown(`${error.message}. ${error.advice}`);
  }
}

function unknown(reason: string): ReachReport {
  return { reasons: [reason], loadsMore: false, files: [], never: [], notExercised: [] };
}
