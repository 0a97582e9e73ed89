import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { dockerfileFacts, type DockerfileFacts } from '../../../src/core/image/dockerfile.js';

function facts(text: string, options: { target?: string; args?: Record<string, string> } = {}): DockerfileFacts | null {
  return dockerfileFacts({ file: 'Dockerfile', text, target: options.target ?? null, args: options.args ?? {} });
}

function userOf(text: string, options: { target?: string; args?: Record<string, string> } = {}): unknown {
  return facts(text, options)?.user?.value;
}

const TWO_STAGES = 'FROM node AS Build\nUSER node\nFROM debian AS final\nUSER app\nFROM debian\nUSER last\n';

describe('the user', () => {
  test('is the last USER with its place', () => {
    const text = 'FROM debian\nUSER root\nRUN x\n  user   app:app\n';
    expect(facts(text)?.user).toEqual({
      value: 'app:app',
      location: { file: 'Dockerfile', line: 4, column: 10 },
    });
  });

  test('is nobody’s word when there is no USER, only ONBUILD USER, or one inside a heredoc or comment', () => {
    const text = 'FROM debian\nONBUILD USER app\n# USER app\nRUN <<EOF\nUSER app\nEOF\n';
    expect(facts(text)?.user).toBeNull();
  });

  test('is that of the last stage, or of the stage that is built', () => {
    expect(userOf(TWO_STAGES)).toBe('last');
    expect(userOf(TWO_STAGES, { target: 'build' })).toBe('node');
    expect(userOf(TWO_STAGES, { target: '1' })).toBe('app');
  });

  test('is inherited from an earlier stage of the same file', () => {
    const text = 'FROM debian AS base\nUSER app\nFROM base AS middle\nFROM middle\nRUN x\n';
    expect(facts(text)?.user?.location.line).toBe(2);
    expect(facts(text)?.base).toEqual({ value: 'debian', location: { file: 'Dockerfile', line: 1, column: 6 } });
  });

  test('has its variables replaced: ARG, given arguments, ENV over ARG, globals named again', () => {
    expect(userOf('FROM debian\nARG U=1000\nUSER $U\n')).toBe('1000');
    expect(userOf('FROM debian\nARG U=1000\nUSER ${U}:${U}\n', { args: { U: '0' } })).toBe('0:0');
    expect(userOf('FROM debian\nARG U=1\nENV U=2 V=3\nUSER "$U$V"\n')).toBe('23');
    expect(userOf('ARG U=7\nFROM debian\nARG U\nUSER $U\n')).toBe('7');
    expect(userOf("FROM debian\nENV U=1\nENV U='$U' V=$U\nUSER $U-$V\n")).toBe('$U-1');
    expect(userOf('FROM debian\nARG E=\nUSER ${E:-app}${E:+x}\n')).toBe('app');
  });

  test('is declared but unknown when its variable is not the file’s', () => {
    expect(userOf('FROM debian\nUSER $APP_UID\n')).toBeNull();
    expect(userOf('ARG U=7\nFROM debian\nUSER $U\n')).toBeNull();
    expect(userOf('FROM debian\nARG U\nUSER $U\n')).toBeNull();
  });

  test('may follow a line continuation, also with another escape character', () => {
    expect(userOf('FROM debian\nUSER \\\n  app\n')).toBe('app');
    expect(userOf('# escape=`\nFROM debian\nUSER `\n  app\n')).toBe('app');
  });
});

describe('the base', () => {
  test('may be named by a global argument', () => {
    expect(facts('ARG TAG=12\nFROM --platform=linux/amd64 debian:${TAG}\n')?.base.value).toBe('debian:12');
    expect(facts('FROM $BASE\n')?.base.value).toBeNull();
  });

  test('is never a later stage of the same name', () => {
    expect(facts('FROM debian AS debian\nUSER app\n')?.base.value).toBe('debian');
  });

  test('is missing, and so is everything, without a stage', () => {
    expect(facts('')).toBeNull();
    expect(facts('RUN x\n')).toBeNull();
    expect(facts(TWO_STAGES, { target: 'nowhere' })).toBeNull();
    expect(facts(TWO_STAGES, { target: '3' })).toBeNull();
  });
});

test('ports get their protocol, health checks their kind', () => {
  const found = facts('FROM debian\nARG P=443\nEXPOSE 80 $P/tcp 53/udp\nHEALTHCHECK --interval=5s CMD true\n');
  expect(found?.exposed.map((port) => port.value)).toEqual(['80/tcp', '443/tcp', '53/udp']);
  expect(found?.healthcheck).toEqual({ value: 'CMD', location: { file: 'Dockerfile', line: 4, column: 27 } });
  expect(facts('FROM debian\nHEALTHCHECK CMD x\nHEALTHCHECK NONE\n')?.healthcheck?.value).toBe('NONE');
});

test('variables that double with every line do not grow without bound', () => {
  const lines = Array.from({ length: 60 }, () => 'ENV A=$A$A').join('\n');
  expect(userOf(`FROM debian\nENV A=xx\n${lines}\nUSER $A\n`)).toBeNull();
});

test('any text is read without throwing, and every place is inside it', () => {
  const word = fc.constantFrom('FROM', 'USER', 'ARG', 'ENV', 'HEALTHCHECK', 'EXPOSE', 'AS', 'a', 'b', '$a', '${a:-b}');
  const piece = fc.oneof(
    word,
    fc.constantFrom(' ', '\n', '\\\n', '=', '"', "'", '<<E', '#', '\r', '\t', '`', ','),
    fc.string(),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const text = `FROM debian\n${pieces.join(' ')}`;
      const found = facts(text);
      const places = [found?.base, found?.user, ...(found?.exposed ?? [])].flatMap((it) => (it ? [it.location] : []));
      const lines = text.split(/\r\n|\r|\n/).length;
      expect(places.filter(({ line, column }) => line < 1 || line > lines || column < 1)).toEqual([]);
    }),
    { numRuns: 500 },
  );
});
