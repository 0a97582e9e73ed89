import { execFileSync } from 'node:child_process';

const KINDS = [
  ['container', 'ps', '-aq'],
  ['network', 'network', 'ls', '-q'],
  ['volume', 'volume', 'ls', '-q'],
  ['image', 'images', '-q'],
] as const;

/** Everything on the engine that carries our label, e.g. `container 3f2a`. */
export function leftovers(): readonly string[] {
  return KINDS.flatMap(([kind, ...words]) =>
    docker([...words, '--filter', 'label=tightfit.run'])
      .split('\n')
      .filter((id) => id !== '')
      .map((id) => `${kind} ${id}`),
  );
}

/** What the docker CLI prints for these words. */
export function docker(words: readonly string[]): string {
  return execFileSync('docker', [...words], { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
}
