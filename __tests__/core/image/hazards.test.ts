import { describe, expect, test } from '@jest/globals';
import { dockerfileFacts } from '../../../src/core/image/dockerfile.js';

function hazards(...lines: readonly string[]): readonly string[] {
  const text = ['FROM debian', ...lines, ''].join('\n');
  const found = dockerfileFacts({ file: 'Dockerfile', text, target: null, args: {} })?.hazards ?? [];
  return found.map(({ kind, words, location }) => `${location.line}:${location.column} ${kind} ${words}`);
}

describe('a hazard', () => {
  test.each([
    ['RUN chmod u+s /bin/ping', '2:5 privileged chmod u+s /bin/ping'],
    ['RUN true && /bin/chmod -R 4755 /opt ; true', '2:13 privileged chmod -R 4755 /opt'],
    ['RUN chmod a+rx,g+s /srv/tool', '2:5 privileged chmod a+rx,g+s /srv/tool'],
    ['RUN ["chmod", "06711", "/x"]', '2:6 privileged chmod 06711 /x'],
    ['RUN setcap cap_net_raw+ep /bin/ping', '2:5 privileged setcap cap_net_raw+ep /bin/ping'],
    ["RUN setcap 'cap_net_raw,cap_net_admin=eip' /x", "2:5 privileged setcap 'cap_net_raw,cap_net_admin=eip' /x"],
    ['RUN install -m 4755 a /bin/a', '2:5 privileged install -m 4755 a /bin/a'],
    ['RUN install --mode=u+s a /bin/a', '2:5 privileged install --mode=u+s a /bin/a'],
    ['COPY --chmod=4755 a /bin/a', '2:19 privileged --chmod=4755'],
    ['ADD https://example.org/a.tar /a', '2:5 fetched https://example.org/a.tar'],
    ['ADD git@example.org:a/b.git /a', '2:5 fetched git@example.org:a/b.git'],
  ])('is %s', (line, expected) => {
    expect(hazards(line)).toEqual([expected]);
  });

  test('stands at its line in a command of several, a heredoc or with a variable', () => {
    expect(hazards('RUN apt-get update \\', '  && setcap cap_net_raw=ep /x')).toEqual([
      '3:6 privileged setcap cap_net_raw=ep /x',
    ]);
    expect(hazards('RUN <<EOF', 'chmod u+s /x', 'EOF')).toEqual(['3:1 privileged chmod u+s /x']);
    expect(hazards('ARG SITE=https://example.org', 'ADD $SITE/a /a')).toEqual(['3:5 fetched https://example.org/a']);
  });

  test.each([
    'RUN chmod 755 /x',
    'RUN chmod 1777 /tmp',
    'RUN chmod a-s /x',
    'RUN chmod -s /x',
    'RUN setcap -r /bin/ping',
    'RUN install -m 755 a b',
    'COPY --chmod=755 a b',
    'ADD a.tar /',
    'ADD --checksum=sha256:00 https://example.org/a /a',
    'RUN echo done',
    'USER root',
  ])('is not %s', (line) => {
    expect(hazards(line)).toEqual([]);
  });

  test('is a last user of root after another one', () => {
    expect(hazards('USER app', 'RUN x', 'USER 0')).toEqual(['4:6 back-to-root app']);
    expect(hazards('USER root', 'RUN x', 'USER app')).toEqual([]);
  });
});
