import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { commandData, commandProperty } from '../../../src/report/escape/command.js';
import { foreignText } from '../../support/foreign-text.js';
import { parseCommand } from '../../support/runner-commands.js';

test('data and properties keep everything that the runner would read otherwise', () => {
  expect(commandData('50%\r\na:b,c')).toBe('50%25%0D%0Aa:b,c');
  expect(commandProperty('50%\na:b,c')).toBe('50%25%0Aa%3Ab%2Cc');
});

test('a command arrives at the runner as it was meant', () => {
  fc.assert(
    fc.property(foreignText(), foreignText(), (title, message) => {
      const command = `::error title=${commandProperty(title)}::${commandData(message)}`;
      expect(command).not.toMatch(/[\r\n]/u);
      expect(parseCommand(command)).toEqual({ name: 'error', properties: { title }, data: message });
    }),
    { numRuns: 2000 },
  );
});
