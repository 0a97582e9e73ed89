import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from '../setup/root.mjs';

/**
 * Reads so many synthetic events of two busy CPUs: `parse-events.mjs SOURCES COUNT`. Prints events, seconds and peak memory in
 * MiB as JSON. The pages are made on the way, which counts as reading.
 */
const [sources = '', count = ''] = process.argv.slice(2);
const { Attribution, callNumbers, eventLayout, Lane, Merge, parseEventFormat } = await import(
  pathToFileURL(sources).href
);

const FORMATS = join(ROOT, '__tests__/core/trace/fragments/pages');
const NAMES = ['raw_syscalls/sys_enter', 'raw_syscalls/sys_exit', 'capability/cap_capable'];
const layouts = NAMES.map((name) => {
  return eventLayout(name, parseEventFormat(readFileSync(join(FORMATS, `${name.replace('/', '.')}.format`), 'utf8')));
});
const [enter, exit, capability] = layouts.map(({ id }) => id);
const CALLS = [0, 1, 232, 45, 44, 20, 3, 288, 72, 257, 262, 16];
const WORDS = 1024;
const THREADS = 16;

/** One CPU's pages: calls with their returns by eight threads, and a capability check now and then. */
function cpu(number, events) {
  let left = events;
  let time = 1000 + number;
  let made = 0;
  const entry = (words, at) => {
    const tid = 100 + ((made >> 5) % (THREADS / 2)) * 2 + number;
    const call = CALLS[(made >> 1) % CALLS.length];
    const [id, length] = made % 64 === 0 ? [capability, 10] : made % 2 === 0 ? [enter, 16] : [exit, 6];
    words.fill(0, at, at + 1 + length);
    words.set([(700 << 5) | length, id, tid, id === capability ? 0 : call], at);
    return 1 + length;
  };
  return {
    read({ words }) {
      if (left === 0) return false;
      words[0] = time % 2 ** 32;
      words[1] = Math.floor(time / 2 ** 32);
      let at = 4;
      for (; left > 0 && at + 17 <= WORDS; left -= 1, made += 1, time += 700) at += entry(words, at);
      words[2] = (at - 4) * 4;
      words[3] = 0;
      return true;
    },
  };
}

const attribution = new Attribution(callNumbers('x86_64'), new Set());
attribution.accept({ kind: 'created', time: 0, tid: 10, child: 100, flags: 0x20000000 });
attribution.accept({ kind: 'executed', time: 0, tid: 100, formerTid: 100, file: '/usr/sbin/nginx' });
for (let child = 101; child < 100 + THREADS; child += 1) {
  attribution.accept({ kind: 'created', time: 0, tid: 100, child, flags: 0 });
}
const settings = { layouts, origin: { high: 0, low: 0 }, pages: 64, pageSize: WORDS * 4 };
const lanes = [0, 1].map((number) => new Lane(cpu(number, Number(count) / 2), settings));
const merge = new Merge(lanes, attribution);
const start = performance.now();
while (merge.round(Number.MAX_SAFE_INTEGER));
const seconds = (performance.now() - start) / 1000;
const [container] = attribution.descent.containers;
const counted = container.usage.rows().calls.reduce((sum, row) => sum + row.count, 0);
if (Math.abs(counted / Number(count) - 31 / 64) > 0.001)
  throw new Error(`${counted} calls of ${count} events were counted`);
console.log(
  JSON.stringify({ events: Number(count), seconds, memory: Math.round(process.resourceUsage().maxRSS / 1024) }),
);
