import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const KINDS = [
  ['container', 'ps', '-a', '--format', '{{.ID}} {{.Label "tightfit.owner"}}'],
  ['network', 'network', 'ls', '--format', '{{.ID}} {{.Label "tightfit.owner"}}'],
  ['volume', 'volume', 'ls', '--format', '{{.Name}} {{.Label "tightfit.owner"}}'],
  ['image', 'images', '--format', '{{.ID}}'],
] as const;

/** Everything on the engine that carries our label and whose owner is gone, e.g. `container 3f2a`: others may be running too. */
export function leftovers(): readonly string[] {
  return labelled()
    .filter((line) => !hasLivingOwner(line))
    .map(withoutOwner);
}

/** Everything on the engine that carries our label, whoever runs. */
export function present(): readonly string[] {
  return labelled().map(withoutOwner);
}

function labelled(): readonly string[] {
  return KINDS.flatMap(([kind, ...words]) =>
    docker([...words, '--filter', 'label=tightfit.run'])
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => `${kind} ${line}`),
  );
}

function withoutOwner(line: string): string {
  return line.split(' ').slice(0, 2).join(' ');
}

/** Owners are told as `pid@boot`. */
function hasLivingOwner(line: string): boolean {
  const [, pid] = / (\d+)@/.exec(line) ?? [];
  return pid !== undefined && pid !== String(process.pid) && existsSync(`/proc/${pid}`);
}

/** What the docker CLI prints for these words. */
export function docker(words: readonly string[]): string {
  return execFileSync('docker', [...words], { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
}
