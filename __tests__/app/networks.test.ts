import { expect, test } from '@jest/globals';
import { keepNetworks, NEW_NETWORKS, type Lease } from '../../src/app/networks.js';

const INTERNAL = { internal: true };

/** Networks that are there, and how to make one. */
function engine(): { readonly present: Set<string>; readonly make: () => Promise<Lease> } {
  const present = new Set<string>();
  let made = 0;
  const make = (): Promise<Lease> => {
    const network = `network ${++made}`;
    present.add(network);
    return Promise.resolve({ network, release: () => Promise.resolve(void present.delete(network)) });
  };
  return { present, make };
}

test('a new network is removed with its exercise', async () => {
  const { present, make } = engine();
  const lease = await NEW_NETWORKS.lease(INTERNAL, make);
  expect(present.size).toBe(1);
  await lease.release();
  expect(present.size).toBe(0);
});

test('a kept network is used again, by one exercise at a time, and removed in the end', async () => {
  const { present, make } = engine();
  const networks = keepNetworks();
  const first = await networks.lease(INTERNAL, make);
  const second = await networks.lease(INTERNAL, make);
  expect(second.network).not.toBe(first.network);
  await first.release();
  const third = await networks.lease(INTERNAL, make);
  expect(third.network).toBe(first.network);
  await third.release();
  await second.release();
  expect(present.size).toBe(2);
  await networks.close();
  expect(present.size).toBe(0);
});

test('a network with a way out is not given to an exercise without', async () => {
  const { make } = engine();
  const networks = keepNetworks();
  const open = await networks.lease({ internal: false }, make);
  await open.release();
  expect((await networks.lease(INTERNAL, make)).network).not.toBe(open.network);
});

test('what is still leased is not removed', async () => {
  const { present, make } = engine();
  const networks = keepNetworks();
  await networks.lease(INTERNAL, make);
  await networks.close();
  expect(present.size).toBe(1);
});
