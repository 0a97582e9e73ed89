import { quote } from '../excerpt.js';
import type { Cursor } from './cursor.js';
import { contradiction, mistake } from './mistake.js';
import { holdsForSilence, noteProbe, noteSilence } from './probe-consistency.js';
import type { Policy, Service } from './policy.js';

/** Notes what cannot hold at the same time, and what no run could tell; the cursor stands at the policy's root. */
export function noteContradictions(policy: Policy, cursor: Cursor): void {
  for (const service of policy.services) {
    const at = cursor.in('services', service.name);
    noteCapabilities(service, at.in('run'));
    noteMounts(service, at.in('run'));
    noteTests(service, at);
    noteReady(service, at.in('ready'));
    noteExceptions(service, at.in('exceptions'));
  }
}

function noteCapabilities({ run }: Service, cursor: Cursor): void {
  noteRepeats(run.capAdd, cursor.in('cap_add'), 'is added twice');
  noteRepeats(run.capDrop, cursor.in('cap_drop'), 'is dropped twice');
  run.capAdd.forEach((name, index) => {
    if (!run.capDrop.includes(name)) return;
    cursor.in('cap_add', index).note(contradiction(`${name} is added and dropped`, 'Keep one of them.', [name]));
  });
}

function noteRepeats(names: readonly string[], cursor: Cursor, fact: string): void {
  names.forEach((name, index) => {
    if (names.indexOf(name) === index) return;
    cursor.in(index).note(contradiction(`${quote(name)} ${fact}`, 'Keep one of them.'));
  });
}

function noteMounts({ run }: Service, cursor: Cursor): void {
  noteRepeats(
    run.tmpfs.map(({ path }) => path),
    cursor.in('tmpfs'),
    'is mounted twice',
  );
  const targets = run.volumes.map(({ target }) => target);
  noteRepeats(targets, cursor.in('volumes'), 'is mounted twice');
  targets.forEach((target, index) => {
    if (!run.tmpfs.some(({ path }) => path === target)) return;
    const message = `${quote(target)} is a volume and a tmpfs, and only one can be mounted there`;
    cursor.in('volumes', index).note(contradiction(message, 'Keep one of them.'));
  });
}

function noteTests({ name, tests }: Service, cursor: Cursor): void {
  if (tests.length === 0) {
    cursor.note(
      mistake(`the service ${name} has no tests, so nothing tells whether it works`, 'Add one under tests.', {
        rule: 'no-tests',
      }),
      'key',
    );
  }
  tests.forEach((test, index) => {
    const at = cursor.in('tests', index);
    if (tests.findIndex((other) => other.name === test.name) !== index) {
      at.in('name').note(contradiction(`two tests are called ${quote(test.name)}`, 'Give each a name of its own.'));
    }
    noteProbe(test.probe, at.in(test.probe.kind));
  });
}

function noteReady({ ready }: Service, cursor: Cursor): void {
  if (ready === null || ready.probe.kind === 'healthcheck') return;
  noteProbe(ready.probe, cursor.in(ready.probe.kind));
  if (ready.probe.kind === 'log' && holdsForSilence(ready.probe.text)) noteSilence(cursor.in('log'));
}

function noteExceptions({ exceptions }: Service, cursor: Cursor): void {
  noteRepeats(
    exceptions.map(({ grant }) => grant.name),
    cursor,
    'is excepted twice',
  );
}
