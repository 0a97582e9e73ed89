import type { Prober } from '../../ports.js';
import { probeHttp } from './http.js';
import { probeTcp } from './tcp.js';

/** Talks to services at their containers' addresses, straight from this machine. */
export function createProber(): Prober {
  return { http: probeHttp, tcp: probeTcp };
}
