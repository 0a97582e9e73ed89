import { POLICY_NAME, PROFILE_NAME, type Draft } from '../../core/init/draft.js';
import { writePolicy } from '../../core/init/write-policy.js';
import type { Files } from '../../ports.js';
import { joined } from '../load.js';

/** A file to be written: `name` is a plain name of ours. */
export interface DraftedFile {
  readonly name: string;
  readonly text: string;
}

/** The files that a draft stands for, the policy first. */
export function draftedFiles(draft: Draft): readonly DraftedFile[] {
  const policy = { name: POLICY_NAME, text: writePolicy(draft) };
  return draft.run.profile === null ? [policy] : [policy, { name: PROFILE_NAME, text: draft.run.profile }];
}

/** The files of a checkout as if a draft had been written into its folder. */
export function filesWithDraft(files: Files, folder: string, draft: Draft): Files {
  const drafted = new Map(draftedFiles(draft).map(({ name, text }) => [joined(folder, name), text]));
  return {
    ...files,
    readText: (path, limit) => {
      const text = drafted.get(path);
      return text === undefined ? files.readText(path, limit) : Promise.resolve(text);
    },
    resolveInside: (base, path) => {
      const place = joined(base, path);
      return drafted.has(place) ? Promise.resolve(place) : files.resolveInside(base, path);
    },
  };
}
