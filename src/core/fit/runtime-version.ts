/** A runtime's version as far as it counts here. */
export interface RuntimeVersion {
  readonly major: number;
  readonly minor: number;
  readonly patch: number;
  /** Number of the release candidate; Infinity for a release, which comes after them. */
  readonly candidate: number;
}

/** The version a text begins with: `1.1.5+ds1`, `v1.0.0-rc92`, `1.3.0~rc.1`; `null` for any other text. */
export function parseRuntimeVersion(text: string): RuntimeVersion | null {
  const [, major, minor, patch, candidate] = /^v?(\d+)\.(\d+)(?:\.(\d+))?(?:[-~]rc\.?(\d+))?/.exec(text.trim()) ?? [];
  if (major === undefined || minor === undefined) return null;
  return {
    major: Number(major),
    minor: Number(minor),
    patch: Number(patch ?? 0),
    candidate: candidate === undefined ? Infinity : Number(candidate),
  };
}

/** Negative when `a` is older, 0 when both are the same. */
export function compareRuntimeVersions(a: RuntimeVersion, b: RuntimeVersion): number {
  return (
    a.major - b.major ||
    a.minor - b.minor ||
    a.patch - b.patch ||
    (a.candidate === b.candidate ? 0 : a.candidate - b.candidate)
  );
}
