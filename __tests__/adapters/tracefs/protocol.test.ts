import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseAnswer, parseCommand, type Command } from '../../../src/adapters/tracefs/protocol.js';

const ID = '0f'.repeat(32);
const BEGIN = {
  do: 'begin',
  recording: 1,
  engine: [10],
  leftOut: [0, 1],
  watched: [{ call: 41, argument: 0 }],
  callsOnly: false,
} as const;

describe('what the root helper takes for a command', () => {
  it.each<Command>([
    BEGIN,
    { do: 'follow', recording: 1, container: ID, pid: 0 },
    { do: 'surroundings', recording: 1, container: ID, pid: 7 },
    { do: 'mark', recording: 1, step: 3 },
    { do: 'end', recording: 1 },
  ])('%j', (command) => {
    expect(parseCommand(JSON.stringify({ ...command, more: 'of anything' }))).toEqual(command);
  });

  it.each([
    '',
    'null',
    '[]',
    '{"do":"end"}',
    '{"do":"end","recording":-1}',
    '{"do":"end","recording":1.5}',
    '{"do":"end","recording":"1"}',
    '{"do":"run","recording":1}',
    '{"do":"mark","recording":1,"step":"start"}',
    `{"do":"follow","recording":1,"container":"${ID}x","pid":1}`,
    `{"do":"follow","recording":1,"container":"../../etc","pid":1}`,
    `{"do":"follow","recording":1,"container":"${ID}"}`,
    `{"do":"surroundings","recording":1,"container":"","pid":7}`,
    `{"do":"surroundings","recording":1,"container":"${ID}","pid":"1/../2"}`,
    `{"do":"surroundings","container":"${ID}","pid":7}`,
    JSON.stringify({ ...BEGIN, engine: ['1'] }),
    JSON.stringify({ ...BEGIN, engine: new Array(1000).fill(1) }),
    JSON.stringify({ ...BEGIN, watched: [{ call: 1, argument: 6 }] }),
    JSON.stringify({ ...BEGIN, watched: [null] }),
  ])('is not %s', (line) => {
    expect(parseCommand(line)).toBeNull();
  });

  it('holds numbers and ids only, whatever the line', () => {
    const anything = fc.oneof(
      fc.json(),
      fc.string(),
      fc.object().map((value) => JSON.stringify({ ...BEGIN, ...value })),
    );
    fc.assert(
      fc.property(anything, (line) => {
        const command = parseCommand(line);
        const texts = JSON.stringify(command).match(/"(?:[^"\\]|\\.)*"/g) ?? [];
        expect(texts.filter((text) => !/^"([a-zA-Z]+|[0-9a-f]{64})"$/.test(text))).toEqual([]);
      }),
    );
  });
});

describe('what its parent takes for an answer', () => {
  it.each(['{"say":"ready"}', '{"say":"failed","reason":"r","advice":"a"}'])('%s', (line) => {
    expect(parseAnswer(line)).toEqual(JSON.parse(line));
  });

  it.each(['', 'sudo: a password is required', '{"say":"hello"}', 'null'])('is not %j', (line) => {
    expect(parseAnswer(line)).toBeNull();
  });
});
