import { describe, expect, test } from '@jest/globals';
import type { ImageContents } from '../../../src/core/image/contents.js';
import { contentsFindings } from '../../../src/core/image/contents-findings.js';
import { imageContents } from '../../../src/core/image/image-contents.js';
import { LayerDigests } from '../../../src/core/image/layer-digest.js';
import type { LayerFile } from '../../../src/core/image/layer-file.js';
import type { Capability } from '../../../src/core/capability/names.js';
import { sampleContents } from '../../support/sample-contents.js';
import { sampleService } from '../../support/sample-service.js';

const FILE: LayerFile = {
  path: '/x',
  type: 'file',
  mode: 0o644,
  uid: 0,
  gid: 0,
  size: 0,
  linkName: '',
  capability: null,
};

function contentsOf(files: readonly (Partial<LayerFile> & { readonly text?: string })[]): ImageContents {
  const digests = new LayerDigests();
  for (const { text = '', ...changes } of files) {
    const file = { ...FILE, ...changes };
    digests.saw('a', file, new TextEncoder().encode(text).subarray(0, digests.wants(file)));
  }
  return imageContents([{ name: 'a', instruction: 'COPY . /' }], digests);
}

function secretKinds(path: string, text = ''): readonly string[] {
  return contentsOf([{ path, text }]).secrets.map(({ kind }) => kind);
}

describe('the contents of an image', () => {
  test('have what everybody may write to, but links, devices and sticky folders', () => {
    const { worldWritable } = contentsOf([
      { path: '/file', mode: 0o666 },
      { path: '/folder', type: 'folder', mode: 0o777 },
      { path: '/tmp', type: 'folder', mode: 0o1777 },
      { path: '/link', type: 'link', mode: 0o777 },
      { path: '/dev/null', type: 'other', mode: 0o666 },
      { path: '/ours', mode: 0o664 },
    ]);
    expect(worldWritable).toEqual([
      { path: '/file', kind: 'file', layer: 1 },
      { path: '/folder', kind: 'folder', layer: 1 },
    ]);
  });

  test('have accounts of root’s number and those with a shell', () => {
    const text = [
      'root:x:0:0:root:/root:/bin/bash',
      'toor:x:0:0::/:/usr/sbin/nologin',
      'daemon:x:1:1::/:/usr/sbin/nologin',
      'sync:x:4:65534::/bin:/bin/sync',
      'app:x:1000:1000::/:',
      'broken line',
      '',
    ].join('\n');
    expect(contentsOf([{ path: '/etc/passwd', text }]).accounts).toEqual([
      { name: 'root', uid: 0, shell: '/bin/bash', layer: 1 },
      { name: 'toor', uid: 0, shell: '/usr/sbin/nologin', layer: 1 },
      { name: 'app', uid: 1000, shell: '/bin/sh', layer: 1 },
    ]);
  });

  test('have shells and package managers where programs are looked for', () => {
    const paths = ['/bin/sh', '/usr/bin/apt-get', '/usr/local/bin/pip3', '/home/sh', '/usr/bin/shred'];
    expect(contentsOf(paths.map((path) => ({ path }))).programs.map(({ path, kind }) => [path, kind])).toEqual([
      ['/bin/sh', 'shell'],
      ['/usr/bin/apt-get', 'package manager'],
      ['/usr/local/bin/pip3', 'package manager'],
    ]);
  });

  test('do not have what an attribute without capabilities leaves', () => {
    expect(contentsOf([{ capability: new Uint8Array(20) }]).privileged).toEqual([]);
  });

  test('list 200 of a kind at most and count all', () => {
    const many = Array.from({ length: 300 }, (_, index) => ({ path: `/f${index}`, mode: 0o666 }));
    const { worldWritable, counts } = contentsOf(many);
    expect([worldWritable.length, counts.worldWritable, counts.files]).toEqual([200, 300, 300]);
  });

  test('are refused when there are too many to keep', () => {
    const digests = new LayerDigests();
    const path = `/${'x'.repeat(4_000_000)}`;
    const show = (): void => {
      for (let index = 0; index < 11; index++) digests.saw('a', { ...FILE, path }, new Uint8Array(0));
    };
    expect(show).toThrow('more files than are looked at');
  });
});

const KEY = '-----BEGIN RSA PRIVATE KEY-----';

describe('a secret', () => {
  test.each([
    ['/app/.git', '', 'git repository'],
    ['/app/.env', '', 'environment file'],
    ['/app/.env.production', '', 'environment file'],
    ['/root/.ssh/id_ed25519', KEY, 'SSH private key'],
    ['/etc/ssh/ssh_host_rsa_key', KEY, 'SSH host key'],
    ['/etc/tls/server.key', `text before\n${KEY}`, 'private key'],
    ['/etc/tls/server.pem', KEY, 'private key'],
    ['/root/.npmrc', '//registry.npmjs.org/:_authToken=x', 'npm credentials'],
    ['/root/.aws/credentials', '', 'AWS credentials'],
    ['/root/.docker/config.json', '{"auths":{"x":{"auth":"eA=="}}}', 'registry credentials'],
    ['/srv/store.p12', '', 'key store'],
  ])('is known by the name %s', (path, text, kind) => {
    expect(secretKinds(path, text)).toEqual([kind]);
  });

  test.each([
    ['/etc/ssl/certs/ca.pem', '-----BEGIN CERTIFICATE-----'],
    ['/app/.env.example', ''],
    ['/app/.gitignore', ''],
    ['/root/.npmrc', 'fund=false'],
    ['/root/.ssh/id_rsa.pub', KEY],
    ['/usr/lib/python3.11/test/keycert.pem', KEY],
    ['/app/environment', ''],
  ])('is none in %s', (path, text) => {
    expect(secretKinds(path, text)).toEqual([]);
  });
});

function said(
  run: { noNewPrivileges?: boolean; readOnly?: boolean },
  bounding: readonly Capability[] = [],
  contents = sampleContents(),
): readonly string[] {
  const service = sampleService({ run });
  return contentsFindings({ service, contents, bounding }).map(
    ({ severity, rule, message }) => `${severity} ${rule}: ${message}`,
  );
}

describe('what the contents amount to', () => {
  test('is a warning where setuid files and capabilities have an effect', () => {
    const [setuid, capability, ...rest] = said({ noNewPrivileges: false }, ['SETUID', 'NET_RAW']);
    expect(setuid).toBe(
      'warning setuid-file: 1 file in the image runs as owner or group whoever executes it: /usr/local/bin/ping ' +
        '(layer 3: COPY . /). no-new-privileges is off, so any process of the container can become root, with 2 capabilities',
    );
    expect(capability).toBe(
      'warning file-capability: 1 file in the image has capabilities: /usr/bin/ping (layer 2: RUN apt-get update && ' +
        'apt-get install -y --no-install-recomm…). no-new-privileges is off, so whoever executes them gets NET_RAW',
    );
    expect(rest.join('\n')).not.toContain('cannot be executed');
  });

  test('is a note where no-new-privileges takes their effect away', () => {
    const [setuid, capability] = said({ noNewPrivileges: true }, ['NET_RAW']);
    expect(setuid).toMatch(/^note setuid-file: .* no-new-privileges takes that away$/);
    expect(capability).toMatch(/^note file-capability: .* no-new-privileges takes them away$/);
  });

  test('says that a file whose capabilities are not granted cannot be executed', () => {
    const found = said({ noNewPrivileges: false });
    expect(found[1]).toMatch(/^note file-capability: .* The container holds none of them, so they bring nothing$/);
    expect(found[2]).toMatch(/^note file-capability: \/usr\/bin\/ping .* cannot be executed: NET_RAW is not granted/);
  });

  test('is less for what everybody may write to on a read-only root', () => {
    expect(said({ readOnly: true }).join('\n')).toContain('note world-writable');
    expect(said({ readOnly: false }).join('\n')).toContain('warning world-writable');
  });

  test('tells of secrets that are gone, other roots, shells and package managers', () => {
    const found = said({});
    expect(found.filter((line) => /secret-in|extra-root|-present/.test(line))).toEqual([
      'warning secret-in-image: the image has /root/.ssh/id_ed25519, by its name an SSH private key (layer 3: COPY . /), ' +
        'and layer 4 removes or replaces it, which leaves it in the layer below: whoever gets the image has it',
      'warning extra-root-account: the account "toor" has root\'s number 0 (layer 3: COPY . /): whoever becomes it is ' +
        'root under another name',
      'note shell-present: the image has /usr/bin/bash: who finds a way to execute a program has one that executes all others',
      'note package-manager-present: the image has /usr/bin/apt: who finds a way in can add programs',
    ]);
  });

  test('is nothing for an image that has nothing', () => {
    expect(said({}, [], contentsOf([{ path: '/app' }]))).toEqual([]);
  });
});

describe('a finding about the contents', () => {
  const NOT_READ_ONLY = { noNewPrivileges: false, readOnly: false };
  const HARDENED = { noNewPrivileges: true, readOnly: true };
  const PRIVILEGED = { mode: 0o4755, path: '/bin/su' };
  const CAPABLE = {
    mode: 0o755,
    path: '/bin/ping',
    capability: Buffer.from('0100000200200000000000000000000000000000', 'hex'),
  };
  const ROOTS = { path: '/etc/passwd', text: 'root:x:0:0::/:/bin/sh\ntoor:x:0:0::/:/bin/sh\n' };

  test.each([
    ['setuid-file', PRIVILEGED, NOT_READ_ONLY, 'warning', '/bin/su (layer 1: COPY . /)'],
    ['setuid-file', PRIVILEGED, HARDENED, 'note', 'no-new-privileges takes that away'],
    ['setuid-file', { ...PRIVILEGED, uid: 33 }, NOT_READ_ONLY, 'warning', "their owner's or group's rights"],
    ['file-capability', CAPABLE, NOT_READ_ONLY, 'warning', 'whoever executes them gets NET_RAW'],
    ['file-capability', CAPABLE, HARDENED, 'note', 'no-new-privileges takes them away'],
    [
      'world-writable',
      { path: '/srv', type: 'folder', mode: 0o777 },
      NOT_READ_ONLY,
      'warning',
      '/srv (layer 1: COPY . /)',
    ],
    ['world-writable', { path: '/srv', type: 'folder', mode: 0o777 }, HARDENED, 'note', 'nobody can'],
    ['secret-in-image', { path: '/app/.env' }, HARDENED, 'warning', 'by its name an environment file'],
    ['extra-root-account', ROOTS, HARDENED, 'warning', 'the account "toor" has root\'s number 0'],
    ['shell-present', { path: '/bin/sh' }, HARDENED, 'note', 'the image has /bin/sh'],
    ['package-manager-present', { path: '/sbin/apk' }, HARDENED, 'note', 'the image has /sbin/apk'],
  ] as const)('%s stands where the policy names the image', (rule, file, run, severity, message) => {
    const service = sampleService({ run });
    const found = contentsFindings({ service, contents: contentsOf([file]), bounding: ['NET_RAW'] });
    expect(found).toMatchObject([{ rule, severity, service: service.name, location: service.at(service.image.kind) }]);
    expect(found[0]?.message).toContain(message);
    expect(found[0]?.advice).not.toBe('');
  });
});
