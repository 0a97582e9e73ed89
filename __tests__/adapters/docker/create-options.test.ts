import { describe, expect, test } from '@jest/globals';
import { createOptions } from '../../../src/adapters/docker/create-container.js';
import { hostConfig } from '../../../src/adapters/docker/host-config.js';
import { containerSpec } from '../../support/container-spec.js';

describe('createOptions', () => {
  test('leaves to the image what the specification leaves open', () => {
    const spec = containerSpec({ command: null });
    expect(createOptions(spec, hostConfig(spec))).toEqual({
      name: 'tightfit-sample',
      Image: spec.imageId,
      Labels: { 'tightfit.run': 'sample' },
      Env: [],
      AttachStdin: false,
      AttachStdout: false,
      AttachStderr: false,
      Tty: false,
      OpenStdin: false,
      HostConfig: hostConfig(spec),
      NetworkingConfig: { EndpointsConfig: { [spec.network]: { Aliases: ['sample'] } } },
    });
  });

  test('says what the specification says', () => {
    const spec = containerSpec({
      entrypoint: [],
      command: ['serve', ''],
      environment: { A: 'b=c', EMPTY: '' },
      workingDir: '/srv',
      user: '33:33',
      stopSignal: 'SIGQUIT',
    });
    expect(createOptions(spec, hostConfig(spec))).toMatchObject({
      Entrypoint: [],
      Cmd: ['serve', ''],
      Env: ['A=b=c', 'EMPTY='],
      WorkingDir: '/srv',
      User: '33:33',
      StopSignal: 'SIGQUIT',
    });
  });
});
