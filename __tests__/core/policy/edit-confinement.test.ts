import { describe, expect, it } from '@jest/globals';
import { editConfinement, type ConfinementChange } from '../../../src/core/policy/edit-confinement.js';

const NOTHING = { service: 'web', capDrop: null, capAdd: null, profile: null } as const;
const TEST = 'tests: [{ name: answers, tcp: 80 }]';

/** A policy with these lines in its one service. */
function policy(...lines: readonly string[]): string {
  return ['version: 1', 'services:', '  web:', '    image: nginx', ...lines, `    ${TEST}`, ''].join('\n');
}

function edited(lines: readonly string[], change: Partial<ConfinementChange>): readonly string[] | null {
  const after = editConfinement(policy(...lines), { ...NOTHING, ...change });
  return after === null ? null : after.split('\n').slice(4, -2);
}

describe('capabilities that go', () => {
  it.each([
    ['[CHOWN, NET_RAW, SETUID]', '[SETUID]'],
    ['[SETUID, CHOWN]', '[SETUID]'],
    ['[ CHOWN, SETUID, NET_RAW ] # last', '[ SETUID ] # last'],
    ['[CHOWN, "CAP_SETUID"]', '["CAP_SETUID"]'],
    ['[ chown,cap_setuid,net_raw ]', '[ cap_setuid ]'],
  ])('leave %s as %s', (before, after) => {
    expect(edited(['    run:', `      cap_add: ${before}`], { capAdd: ['SETUID'] })).toEqual([
      '    run:',
      `      cap_add: ${after}`,
    ]);
  });

  it('take their line with them, and what is said on it, and leave every other comment', () => {
    const before = [
      '    run: # how it runs',
      '      cap_add:',
      '        # for its workers',
      '        - SETUID',
      '        - CHOWN # once',
      '',
      "        - 'NET_RAW'",
      '      # the rest',
      '      read_only: true',
    ];
    const after = before.filter((line) => !/CHOWN|NET_RAW/.test(line));
    expect(edited(before, { capAdd: ['SETUID'] })).toEqual(after);
  });

  it('leave an empty list where none stays', () => {
    expect(edited(['    run:', '      cap_add: # why', '        - CHOWN', '      init: true'], { capAdd: [] })).toEqual(
      ['    run:', '      cap_add: [] # why', '      init: true'],
    );
    expect(edited(['    run: { cap_add: [ CHOWN ] }'], { capAdd: [] })).toEqual(['    run: { cap_add: [ ] }']);
  });

  it('can stand on several lines in brackets, with comments', () => {
    const before = [
      '    run:',
      '      cap_add: [',
      '        CHOWN, # once',
      '        SETUID,',
      '        KILL,',
      '      ]',
    ];
    expect(edited(before, { capAdd: ['SETUID'] })).toEqual([
      '    run:',
      '      cap_add: [',
      '        # once',
      '        SETUID,',
      '      ]',
    ]);
  });

  it('can be the last line of a file without a line end', () => {
    const text = [
      'version: 1',
      'services:',
      '  web:',
      '    image: nginx',
      `    ${TEST}`,
      '    run:',
      '      cap_add:',
      '      - SETUID',
      '      - CHOWN',
    ].join('\r\n');
    const after = editConfinement(text, { ...NOTHING, capAdd: ['SETUID'] });
    expect(after).toBe(text.replace('\r\n      - CHOWN', ''));
    expect(editConfinement(text, { ...NOTHING, capAdd: ['CHOWN', 'KILL', 'SETUID'] })).toBe(`${text}\r\n      - KILL`);
  });
});

describe('what is added', () => {
  const change = { capDrop: ['ALL'], capAdd: ['SETUID', 'SETGID'], profile: 'web.used.json' } as const;

  it('becomes a block where there is none, below the image', () => {
    expect(edited([], change)).toEqual([
      '    run:',
      '      cap_drop: [ALL]',
      '      cap_add: [SETUID, SETGID]',
      "      security_opt: ['seccomp:web.used.json']",
    ]);
  });

  it('comes first in a block, or below what it belongs to', () => {
    expect(edited(['    run: # how', '      # its user', '      user: www-data'], change)).toEqual([
      '    run: # how',
      '      cap_drop: [ALL]',
      '      cap_add: [SETUID, SETGID]',
      "      security_opt: ['seccomp:web.used.json']",
      '      # its user',
      '      user: www-data',
    ]);
    expect(edited(['    run:', '      init: true', '      cap_drop:', '      - ALL', '      user: a'], change)).toEqual(
      [
        '    run:',
        '      init: true',
        '      cap_drop:',
        '      - ALL',
        '      cap_add: [SETUID, SETGID]',
        "      security_opt: ['seccomp:web.used.json']",
        '      user: a',
      ],
    );
  });

  it('goes into braces', () => {
    expect(edited(['    run: { user: a, cap_drop: [NET_RAW] }'], change)).toEqual([
      "    run: { user: a, cap_drop: [ALL], cap_add: [SETUID, SETGID], security_opt: ['seccomp:web.used.json'] }",
    ]);
    expect(edited(['    run: {}'], { profile: 'a.json' })).toEqual(["    run: { security_opt: ['seccomp:a.json'] }"]);
    expect(edited(['    run: {user: a}'], { capDrop: ['ALL'] })).toEqual(['    run: {cap_drop: [ALL], user: a}']);
  });

  it('takes the place of what was there', () => {
    const before = [
      '    run:',
      '      cap_drop: [NET_RAW, KILL]',
      '      cap_add:',
      '        - SYS_ADMIN # for mounts',
      '      security_opt: ["no-new-privileges:true", "seccomp=old.json"]',
    ];
    expect(edited(before, change)).toEqual([
      '    run:',
      '      cap_drop: [ALL]',
      '      cap_add:',
      '        - SETUID # for mounts',
      '        - SETGID',
      '      security_opt: ["no-new-privileges:true", "seccomp:web.used.json"]',
    ]);
  });

  it('is JSON in a policy that is JSON, and keeps its indentation', () => {
    const tests = [{ name: 'answers', tcp: 80 }];
    const before = { version: 1, services: { web: { image: 'nginx', run: { user: 'a' }, tests } } };
    const run = {
      cap_drop: ['ALL'],
      cap_add: ['SETUID', 'SETGID'],
      security_opt: ['seccomp:web.used.json'],
      user: 'a',
    };
    const after = editConfinement(JSON.stringify(before, null, 2), { ...NOTHING, ...change }) ?? '';
    expect(JSON.parse(after)).toEqual({ version: 1, services: { web: { image: 'nginx', run, tests } } });
    expect(after).toContain('\n        "cap_drop": ["ALL"],\n        "cap_add": ["SETUID", "SETGID"],\n');
    expect(editConfinement('\uFEFF' + JSON.stringify(before), { ...NOTHING, ...change })?.[0]).toBe('\uFEFF');
  });

  it('stands among the options that are there', () => {
    expect(
      edited(['    run:', '      security_opt:', '        - no-new-privileges:true'], { profile: 'a b.json' }),
    ).toEqual(['    run:', '      security_opt:', '        - no-new-privileges:true', "        - 'seccomp:a b.json'"]);
  });
});

describe('a policy that cannot be changed in place', () => {
  it('is left alone', () => {
    expect(editConfinement('version: [', { ...NOTHING, capDrop: ['ALL'] })).toBeNull();
    expect(editConfinement(policy(), { ...NOTHING, service: 'db', capDrop: ['ALL'] })).toBeNull();
    expect(
      edited(['    run:', '      ? cap_add', '      : - CHOWN', '        - KILL'], { capAdd: ['KILL'] }),
    ).toBeNull();
    expect(edited(['    run:', '      security_opt: ["seccomp:a.json"]'], { profile: '../out.json' })).toBeNull();
  });
});
