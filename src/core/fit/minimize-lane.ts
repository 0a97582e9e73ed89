import { blame } from './minimize-blame.js';
import type { Evidence } from './minimize-evidence.js';
import { halfOf, likelyWhole, passChance } from './minimize-split.js';
import type { Candidate, MinimizeProblem, TrialOutcome, TrialPurpose } from './minimize-state.js';

/** One part of the candidates, searched by one trial after another. */
export interface Lane {
  readonly purpose: 'unseen' | 'group';
  /** What the next trial leaves out besides `passed`. */
  readonly trying: readonly string[];
  /** Still to try after that. */
  readonly later: readonly string[];
  /** Left out together in a trial that passed. */
  readonly passed: readonly string[];
  /** Known to fail on top of `passed`, `trying` being a part of it; searched by halving. */
  readonly failing: readonly string[];
  /** Whether refusals tell who is to blame; else trials alone do. */
  readonly guided: boolean;
  /** What is asked before a failure is believed: whether the set without `trying` still works. */
  readonly doubt: 'none' | 'control' | 'control again' | 'trial again';
  readonly trials: number;
}

/** What surrounds a lane. */
export interface LaneContext {
  readonly problem: MinimizeProblem;
  /** Unseen names included. */
  readonly candidates: readonly Candidate[];
  readonly base: readonly string[];
  /** Number of the trial whose outcome is digested. */
  readonly trial: number;
}

/** A lane after an outcome. */
export interface LaneStep {
  readonly lane: Lane;
  readonly evidence: readonly Evidence[];
  /** A run with nothing newly removed failed twice. */
  readonly flaky: boolean;
}

/** Below this chance of passing a failure without refusals is no surprise. */
const SURPRISE = 0.8;

/** @param whole whether the first trial leaves out all names */
export function startLane(
  context: Pick<LaneContext, 'problem' | 'candidates'>,
  names: readonly string[],
  { purpose = 'group', whole }: { readonly purpose?: Lane['purpose']; readonly whole: boolean },
): Lane {
  const guided = context.problem.recorded;
  const first = whole ? names : likelyWhole(names, context.candidates);
  return {
    purpose,
    trying: first,
    later: names.slice(first.length),
    passed: [],
    failing: [],
    guided,
    doubt: 'none',
    trials: 0,
  };
}

export function isLaneDone({ trying }: Lane): boolean {
  return trying.length === 0;
}

/** What a lane's next trial is for. */
export function lanePurpose({ doubt, purpose, trying }: Lane): TrialPurpose {
  if (isControl(doubt)) return 'control';
  if (purpose === 'unseen') return 'unseen';
  return trying.length === 1 ? 'single' : 'group';
}

/** What a lane's next trial asks about. */
export function laneSuspects({ doubt, trying }: Lane): readonly string[] {
  return isControl(doubt) ? [] : trying;
}

export function didPass({ works, privilege }: TrialOutcome): boolean {
  return works && privilege === 'same';
}

/** A lane after the outcome of the trial it asked for. */
export function digestInLane(lane: Lane, outcome: TrialOutcome, context: LaneContext): LaneStep {
  const counted = { ...lane, trials: lane.trials + 1 };
  if (isControl(lane.doubt)) return afterControl(counted, didPass(outcome));
  return didPass(outcome) ? quiet(afterPass(counted, context)) : afterFailure(counted, outcome, context);
}

function isControl(doubt: Lane['doubt']): boolean {
  return doubt === 'control' || doubt === 'control again';
}

function quiet(lane: Lane): LaneStep {
  return { lane, evidence: [], flaky: false };
}

function afterControl(lane: Lane, passed: boolean): LaneStep {
  if (passed) return quiet({ ...lane, doubt: 'trial again' });
  return { lane: { ...lane, doubt: 'control again' }, evidence: [], flaky: lane.doubt === 'control again' };
}

function afterPass(lane: Lane, context: LaneContext): LaneStep['lane'] {
  const { trying } = lane;
  const failing = lane.failing.filter((name) => !trying.includes(name));
  const settled = { ...lane, passed: [...lane.passed, ...trying], doubt: 'none' as const };
  return failing.length > 1
    ? { ...settled, failing, trying: halfOf(failing, context.candidates) }
    : following({ ...settled, failing: [] }, context);
}

function afterFailure(lane: Lane, outcome: TrialOutcome, context: LaneContext): LaneStep {
  const evidence = evidenceOf(lane, outcome, context);
  const refused = lane.guided ? refusedOf(outcome, lane.trying) : [];
  if (refused.length > 0) {
    const culprit = blame(refused, context.candidates);
    const trying = lane.trying.filter((name) => name !== culprit);
    const next = { ...lane, trying, doubt: 'none' as const };
    return { lane: trying.length > 0 ? next : following(next, context), evidence: [evidence], flaky: false };
  }
  if (lane.doubt === 'none' && isDoubtful(lane, context)) return quiet({ ...lane, doubt: 'control' });
  return { lane: byHalves(lane, context), evidence: [evidence], flaky: false };
}

function isDoubtful({ guided, trying }: Lane, { candidates }: LaneContext): boolean {
  return guided || passChance(trying, candidates) >= SURPRISE;
}

/** Goes on without knowing whom to blame. */
function byHalves(lane: Lane, context: LaneContext): Lane {
  const { trying } = lane;
  const rest = [...lane.failing.filter((name) => !trying.includes(name)), ...lane.later];
  const believed = { ...lane, guided: false, doubt: 'none' as const, later: rest };
  if (trying.length > 1) return { ...believed, failing: trying, trying: halfOf(trying, context.candidates) };
  return following({ ...believed, failing: [] }, context);
}

/** The next names to try, when nothing is known to fail. */
function following(lane: Lane, { candidates }: LaneContext): Lane {
  const trying = likelyWhole(lane.later, candidates);
  return { ...lane, trying, later: lane.later.slice(trying.length) };
}

function refusedOf({ refused }: TrialOutcome, names: readonly string[]): readonly string[] {
  return (refused ?? []).filter((name) => names.includes(name));
}

function evidenceOf(lane: Lane, outcome: TrialOutcome, context: LaneContext): Evidence {
  const without = [...context.base, ...lane.passed, ...lane.trying];
  const refusalsKnown = refusedOf(outcome, lane.trying).length > 0;
  return {
    trial: context.trial,
    without,
    suspects: refusalsKnown ? refusedOf(outcome, without) : without,
    refusalsKnown,
    lasting: false,
    effect: outcome.effect,
  };
}
