import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { strangeCode } from '../../../src/core/run-event/strange-code.js';

const repository = { full_name: 'acme/web' };

function targeted(repo: unknown): unknown {
  return { repository, pull_request: { head: { repo }, base: { ref: 'main' } } };
}

function followed(head: unknown, event = 'pull_request'): unknown {
  return { repository, workflow_run: { event, head_repository: head } };
}

const FORK = { full_name: 'mallory/web' };

describe.each([
  ['pull_request_target', targeted],
  ['workflow_run', followed],
] as const)('code under %s', (name, payloadOf) => {
  it('is refused from a fork, which is named with what to do', () => {
    expect(strangeCode({ name, payload: payloadOf(FORK) })).toBe(
      `nothing was run: the event of this workflow is "${name}", and its code is from the fork "mallory/web". Building and running ` +
        'it would hand it the token and the secrets of this repository. Run on pull_request instead, where the code of a fork gets neither.',
    );
  });

  it('is refused from a fork that is gone', () => {
    expect(strangeCode({ name, payload: payloadOf(null) })).toContain('the repository that its code is from is gone');
  });

  it('is let run when it is of the same repository', () => {
    expect(strangeCode({ name, payload: payloadOf(repository) })).toBeNull();
  });

  it('is refused when the event does not tell', () => {
    for (const payload of [null, undefined, [], 'x', {}, { repository }]) {
      expect(strangeCode({ name, payload })).toContain('whose code it is about cannot be told');
    }
  });

  it('is let run by no payload but one that names this repository twice', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (repo, head) => {
        fc.pre(JSON.stringify(head) !== JSON.stringify(repository));
        expect(strangeCode({ name, payload: payloadOf(head) })).toContain('nothing was run');
        expect(strangeCode({ name, payload: repo })).toContain('nothing was run');
      }),
    );
  });
});

it.each(['workflow_run', 'pull_request_target'])(
  'code of a run behind %s is refused, wherever it says it is from',
  (event) => {
    const payload = followed(repository, event);
    expect(strangeCode({ name: 'workflow_run', payload })).toContain(`it follows a run of the event "${event}"`);
  },
);

it.each(['push', 'pull_request', 'schedule', 'merge_group', 'workflow_dispatch', ''])(
  'code under "%s" is let run, for a fork gets no privilege there',
  (name) => {
    expect(strangeCode({ name, payload: targeted(FORK) })).toBeNull();
  },
);
