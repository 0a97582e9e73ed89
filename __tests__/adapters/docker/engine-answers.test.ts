import { describe, expect, test } from '@jest/globals';
import { release } from 'node:os';
import { parseAddress, unixAddress } from '../../../src/adapters/docker/address.js';
import { engineFacts } from '../../../src/adapters/docker/describe.js';
import { imageFacts } from '../../../src/adapters/docker/image.js';
import { containerState } from '../../../src/adapters/docker/inspect-container.js';

const VERSION = {
  Version: '20.10.24+dfsg1',
  Arch: 'amd64',
  KernelVersion: release(),
  Components: [
    { Name: 'Engine', Version: '20.10.24+dfsg1' },
    { Name: 'runc', Version: '1.1.5+ds1' },
  ],
};
const INFO = {
  DefaultRuntime: 'runc',
  OperatingSystem: 'Debian GNU/Linux 12 (bookworm)',
  CgroupVersion: '1',
  SecurityOptions: ['name=seccomp,profile=default'],
};
const local = { address: unixAddress('/run/x.sock'), certificates: null };

describe('engineFacts', () => {
  const client = { endpoint: local, version: VERSION, apiVersion: '1.41', podman: null };

  test('reads what Docker 20.10 answers', () => {
    expect(engineFacts(client, INFO)).toEqual({
      name: 'Docker',
      version: '20.10.24+dfsg1',
      apiVersion: '1.41',
      runtime: { name: 'runc', version: '1.1.5+ds1' },
      defaultCapabilities: null,
      kernel: release(),
      arch: 'amd64',
      operatingSystem: 'Debian GNU/Linux 12 (bookworm)',
      cgroupVersion: '1',
      rootless: false,
      userNamespaceRemap: false,
      securityModules: [],
      endpoint: 'unix:///run/x.sock',
      local: true,
    });
  });

  test('sees a rootless engine, a remapped one, and cgroup v2', () => {
    const info = { ...INFO, CgroupVersion: '2', SecurityOptions: ['name=rootless', 'name=userns'] };
    expect(engineFacts(client, info)).toMatchObject({ cgroupVersion: '2', rootless: true, userNamespaceRemap: true });
  });

  test('leaves an unknown version of the runtime empty', () => {
    const facts = engineFacts(client, { ...INFO, DefaultRuntime: 'crun' });
    expect(facts).toMatchObject({ runtime: { name: 'crun', version: '' } });
  });

  test('takes another kernel for another machine, even behind a socket', () => {
    const version = { ...VERSION, KernelVersion: '5.15.0-linuxkit' };
    expect(engineFacts({ ...client, version }, INFO).local).toBe(false);
  });

  test('takes an engine behind tcp for another machine', () => {
    const endpoint = { address: parseAddress('tcp://engine.test:2375', 'DOCKER_HOST'), certificates: null };
    expect(engineFacts({ ...client, endpoint }, INFO).local).toBe(false);
  });
});

describe('imageFacts', () => {
  test('reads an image that says everything', () => {
    const inspected = {
      Id: 'sha256:1',
      Architecture: 'amd64',
      Size: 42,
      Config: {
        User: 'www-data',
        Entrypoint: ['/entry'],
        Cmd: ['serve'],
        Env: ['A=b'],
        ExposedPorts: { '80/tcp': {} },
        Volumes: { '/data': {} },
        Healthcheck: { Test: ['CMD', 'true'] },
        StopSignal: 'SIGQUIT',
      },
    };
    expect(imageFacts(inspected)).toEqual({
      id: 'sha256:1',
      user: 'www-data',
      entrypoint: ['/entry'],
      command: ['serve'],
      environment: ['A=b'],
      exposedPorts: ['80/tcp'],
      volumes: ['/data'],
      hasHealthcheck: true,
      stopSignal: 'SIGQUIT',
      arch: 'amd64',
      size: 42,
    });
  });

  test('reads an image that says nothing', () => {
    const config = { User: '', Entrypoint: null, Cmd: null, Env: null, Volumes: null, Healthcheck: { Test: ['NONE'] } };
    expect(imageFacts({ Id: 'sha256:1', Config: config })).toMatchObject({
      entrypoint: [],
      command: [],
      exposedPorts: [],
      volumes: [],
      hasHealthcheck: false,
      stopSignal: null,
    });
  });
});

describe('containerState', () => {
  test('reads a running container', () => {
    const inspected = {
      RestartCount: 0,
      State: { Running: true, Pid: 77, ExitCode: 0, OOMKilled: false, Error: '', Health: { Status: 'starting' } },
      NetworkSettings: { Networks: { abc: { NetworkID: 'n1', IPAddress: '172.20.0.2' } } },
    };
    expect(containerState(inspected)).toEqual({
      running: true,
      pid: 77,
      exitCode: 0,
      oomKilled: false,
      restarts: 0,
      error: '',
      health: 'starting',
      stopSignal: 'SIGTERM',
      network: 'n1',
      address: '172.20.0.2',
    });
  });

  test('reads one that was killed for memory', () => {
    const state = { Running: false, Pid: 0, ExitCode: 137, OOMKilled: true, Error: '' };
    expect(containerState({ State: state, NetworkSettings: { Networks: { abc: { IPAddress: '' } } } })).toMatchObject({
      running: false,
      pid: 0,
      exitCode: 137,
      oomKilled: true,
      health: 'none',
      address: '',
    });
  });
});
