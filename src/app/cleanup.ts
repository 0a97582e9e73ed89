/** Undoes one thing that was made. Absent is fine. */
type Undo = () => Promise<void>;

/** What has to be undone, last made first undone. */
export interface Cleanup {
  /** Remembers how to undo something. Gives a function that undoes it now and forgets it. */
  add(undo: Undo): Undo;
  /** Undoes everything that is left, each even when another fails; gives what failed. */
  run(): Promise<readonly unknown[]>;
}

/** An empty undo list. */
export function createCleanup(): Cleanup {
  const pending: Undo[] = [];
  return {
    add(undo) {
      pending.push(undo);
      return () => undoNow(pending, undo);
    },
    async run() {
      const failures: unknown[] = [];
      for (let undo = pending.pop(); undo !== undefined; undo = pending.pop()) {
        await undo().catch((error: unknown) => failures.push(error));
      }
      return failures;
    },
  };
}

/** Forgets only after it was undone: an undo that fails is tried again by `run()`. */
async function undoNow(pending: Undo[], undo: Undo): Promise<void> {
  const index = pending.indexOf(undo);
  if (index === -1) return;
  await undo();
  pending.splice(pending.indexOf(undo), 1);
}
