/** How the docker CLI tells of a layer where nobody watches: `a2abf6c4d29d: Pull complete`. */
const LAYER = /^([0-9a-f]{12}): (.+)$/;

/** The states in which a layer needs no more work. */
const DONE: ReadonlySet<string> = new Set(['Pull complete', 'Already exists']);

/** Takes what `docker pull` says line by line and gives how far it is after each: `3 of 7 layers`. */
export function pulledLayers(): (line: string) => string {
  const layers = new Map<string, boolean>();
  return (line) => {
    const [, id, state] = LAYER.exec(line) ?? [];
    if (id !== undefined && state !== undefined) layers.set(id, DONE.has(state));
    const done = [...layers.values()].filter((isDone) => isDone).length;
    return layers.size === 0 ? 'asking the registry' : `${done} of ${layers.size} layers`;
  };
}
