/** How BuildKit's plain progress names a step: `#7 [build 2/3] RUN make`. */
const BUILDKIT = /^#\d+ \[([^\]]*\d+\/\d+)\] (.+)$/;

/** How the legacy builder does: `Step 2/3 : RUN make`. */
const LEGACY = /^Step (\d+\/\d+) : (.+)$/;

/** Columns of a step that are shown. */
const LONGEST = 80;

/**
 * The step that begins with a line of a builder's output, e.g. `[2/3] RUN make`; `null` for any other line. Foreign text.
 * https://github.com/moby/buildkit/blob/v0.25.1/util/progress/progressui/printer.go and
 * https://github.com/moby/moby/blob/v28.5.2/builder/dockerfile/builder.go (printCommand)
 */
export function buildStep(line: string): string | null {
  const [, place, instruction] = BUILDKIT.exec(line) ?? LEGACY.exec(line) ?? [];
  if (place === undefined || instruction === undefined) return null;
  const step = `[${place}] ${instruction.trim()}`;
  return step.length > LONGEST ? `${step.slice(0, LONGEST)}…` : step;
}
