import { describe, expect, it } from '@jest/globals';
import { factsInResult } from '../../../src/core/explain/in-result.js';
import { readServices } from '../../../src/core/explain/read-services.js';
import { judgeFit } from '../../../src/core/fit/judge-fit.js';
import type { GrantRow } from '../../../src/core/result.js';
import { fitSubject } from '../../support/sample-fit.js';
import { allowing } from '../../support/sample-filter.js';
import { refusal, sampleRecord, use } from '../../support/sample-record.js';

const GRANTS: readonly GrantRow[] = [
  { kind: 'capability', name: 'SETUID', state: 'needed', evidence: 'without it: ready failed' },
];
const personality = {
  names: ['personality'],
  action: 'SCMP_ACT_ALLOW',
  args: [{ index: 0, value: 8, op: 'SCMP_CMP_EQ' }],
};
const SUBJECT = fitSubject({
  profile: allowing(['read', 'chmod', 'mkdir', 'brk', 'execve'], personality),
  record: sampleRecord({
    used: [
      use('read', { program: 'smbd' }),
      use('mkdir', { phase: 'exec', program: 'sh', firstStep: 'answers' }),
      use('brk', { phase: 'runtime' }),
    ],
    refused: [refusal('getcwd', { program: 'smbd' }), refusal('personality', { lastStep: 'start' })],
  }),
});
const WRITTEN: unknown = JSON.parse(
  JSON.stringify({
    version: 1,
    services: [
      { name: 'samba', syscalls: judgeFit(SUBJECT).syscalls, grants: GRANTS },
      { name: 'web', syscalls: null, grants: [] },
    ],
  }),
);

function textOf(kind: 'syscall' | 'capability', name: string): string | undefined {
  const services = readServices(WRITTEN) ?? [];
  return factsInResult({ kind, name, summary: '', facts: [] }, services)[0]?.text;
}

describe('what a result says of a name', () => {
  it.each([
    ['read', 'allowed, used by smbd from step "start" to step "answers"'],
    ['chmod', 'allowed, not used in these tests'],
    ['mkdir', 'allowed, used only by sh in step "answers", which a test put into the container'],
    ['brk', 'allowed, used by the runtime only'],
    ['execve', 'allowed, not seen and never excess'],
    ['getcwd', 'not allowed; refused to smbd (EPERM) from step "start" to step "answers"'],
    ['personality', 'allowed if arg0 is 8, not used in these tests; refused to web (EPERM) in step "start"'],
    ['mount', 'not allowed'],
  ])('%s: %s', (name, text) => {
    expect(textOf('syscall', name)).toBe(text);
  });

  it('tells of capabilities too', () => {
    expect(textOf('capability', 'SETUID')).toBe('needed: without it: ready failed');
    expect(textOf('capability', 'CHOWN')).toBe('not granted');
  });

  it('has a line for every service', () => {
    const services = readServices(WRITTEN) ?? [];
    const page = { kind: 'syscall', name: 'read', summary: '', facts: [] } as const;
    expect(factsInResult(page, services).map(({ label }) => label)).toEqual(['samba', 'web']);
    expect(factsInResult(page, services)[1]?.text).toBe('not run');
  });
});

describe('readServices', () => {
  it.each([
    null,
    [],
    'text',
    { version: 2, services: [] },
    { version: 1 },
    { version: 1, services: [{ name: 1, syscalls: null, grants: [] }] },
    { version: 1, services: [{ name: 'a', syscalls: { rows: [{}], refused: [] }, grants: [] }] },
    { version: 1, services: [{ name: 'a', syscalls: { rows: [], refused: [{ name: 5 }] }, grants: [] }] },
    { version: 1, services: [{ name: 'a', syscalls: null, grants: [{ name: 'SETUID' }] }] },
  ])('takes %j for no result', (value) => {
    expect(readServices(value)).toBeNull();
  });
});
