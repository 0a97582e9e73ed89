/** What to write a first policy for. */
export interface InitRequest {
  /** A folder, or a Dockerfile in it, as the user named it. */
  readonly path: string;
  /** An image to use instead of a Dockerfile; `null`: none. */
  readonly image: string | null;
  /** What to call the service; `null`: as its folder or image. */
  readonly name: string | null;
  /** Whether the service may be run. */
  readonly run: boolean;
  /** Whether a policy and a profile that are there may be replaced. */
  readonly replace: boolean;
  /** Milliseconds for everything. */
  readonly timeout: number;
  readonly runId: string;
  readonly signal: AbortSignal;
}
