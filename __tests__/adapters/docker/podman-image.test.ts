import { describe, expect, test } from '@jest/globals';
import { imageFacts } from '../../../src/adapters/docker/image.js';
import { imageInDockerForm } from '../../../src/adapters/docker/podman-image.js';

describe('what Podman says of an image', () => {
  const answer = {
    Id: 'e94dcbb0af9b',
    Architecture: 'amd64',
    Size: 42,
    Config: { User: '33', Cmd: ['bash'], StopSignal: 'SIGQUIT' },
    Healthcheck: { Test: ['CMD-SHELL', 'true'] },
  };

  test('has its health check and id elsewhere', () => {
    expect(imageFacts(imageInDockerForm(answer))).toMatchObject({
      id: 'sha256:e94dcbb0af9b',
      user: '33',
      command: ['bash'],
      hasHealthcheck: true,
      stopSignal: 'SIGQUIT',
    });
  });

  test('may have none', () => {
    expect(imageFacts(imageInDockerForm({ ...answer, Healthcheck: undefined })).hasHealthcheck).toBe(false);
  });
});
