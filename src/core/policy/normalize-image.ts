import type { Cursor } from './cursor.js';
import { insideFolder } from './inside-folder.js';
import { normalizeBuildOptions } from './normalize-build-options.js';
import type { Parsed } from './mistake.js';
import type { ImageSource } from './policy.js';
import { normalizePairs } from './text-value.js';
import type * as Written from './written.generated.js';

/** Where the image of a service or client comes from; the cursor stands at the service or client. */
export function normalizeImage(
  { image, build }: Pick<Written.Service, 'image' | 'build'>,
  cursor: Cursor,
): ImageSource {
  if (build === undefined) return { kind: 'image', reference: image ?? '' };
  const at = cursor.in('build');
  if (typeof build === 'string') return normalizeBuild({ context: build }, at, at);
  return normalizeBuild(build, at, at.in('context'));
}

function normalizeBuild(build: Exclude<Written.Build, string>, at: Cursor, contextAt: Cursor): ImageSource {
  const context = contextAt.take(insideFolder(build.context ?? '.'), '.');
  return {
    kind: 'build',
    context,
    dockerfile: at.in('dockerfile').take(dockerfileIn(context, build.dockerfile ?? 'Dockerfile'), 'Dockerfile'),
    args: normalizePairs(build.args, at.in('args')),
    target: build.target ?? null,
    options: normalizeBuildOptions(build, at),
  };
}

/** A Dockerfile may stand outside of its context, not outside of the policy's folder. */
function dockerfileIn(context: string, dockerfile: string): Parsed<string> {
  const inside = insideFolder(dockerfile.startsWith('/') ? dockerfile : `${context}/${dockerfile}`);
  return 'mistake' in inside ? inside : { value: dockerfile };
}
