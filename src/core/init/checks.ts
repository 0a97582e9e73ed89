import type { DraftCheck, Remarks } from './draft.js';
import type { ServiceFacts } from './service-facts.js';

/** Ports on which what listens usually speaks HTTP without TLS. */
const HTTP_PORTS: ReadonlySet<number> = new Set([
  80, 81, 591, 2368, 3000, 3001, 4000, 4200, 5000, 5173, 7070, 8000, 8001, 8008, 8080, 8081, 8082, 8083, 8088, 8090,
  8181, 8280, 8888, 9090, 9091, 9200, 15672,
]);

/** Ports on which well-known services accept connections that are not HTTP. */
const KNOWN_PORTS: ReadonlySet<number> = new Set([
  21, 22, 25, 53, 110, 143, 389, 443, 445, 465, 587, 636, 993, 995, 1433, 1883, 3306, 5432, 5671, 5672, 6379, 8443,
  9042, 9092, 11211, 27017,
]);

/** The port that most likely is what a service is for; `null` when there is none. */
function mainPort(ports: readonly number[]): number | null {
  return ports.find(usuallySpeaksHttp) ?? ports.find((port) => KNOWN_PORTS.has(port)) ?? ports[0] ?? null;
}

/** Whether what listens on a port may be asked for a page to see what it answers. */
export function usuallySpeaksHttp(port: number): boolean {
  return HTTP_PORTS.has(port);
}

/** What a running service was seen to answer on a port. */
export interface SeenPort {
  readonly port: number;
  /** To `GET /`; `null` when that was not asked or not answered. */
  readonly http: { readonly status: number; readonly body: string } | null;
}

/** How a service is waited for and tried, and what an author is told about it. */
export interface Checks {
  readonly ready: DraftCheck | null;
  readonly tests: readonly DraftCheck[];
  readonly remarks: Pick<Remarks, 'ready' | 'tests'>;
}

/** Checks for a service that nobody has run: guessed by its ports. */
export function guessChecks({ ports, hasHealthcheck }: ServiceFacts): Checks {
  const port = mainPort(ports);
  const main = port === null ? null : guessedCheck(port);
  if (main === null) return withoutPort(hasHealthcheck, '');
  const guess =
    main.kind === 'http'
      ? [`A guess: port ${main.port} usually speaks HTTP. Name the path that says ready, and the status it answers.`]
      : [
          `A connection to port ${main.port}, the ${ports.length === 1 ? 'port' : 'likeliest of the ports'} that ${ports.length === 1 ? 'is' : 'are'} exposed.`,
        ];
  return {
    ready: hasHealthcheck ? HEALTHCHECK : main,
    tests: [main, QUIET],
    remarks: { ready: hasHealthcheck ? [HEALTHCHECK_REMARK] : guess, tests: TESTS_REMARK[main.kind] },
  };
}

/** Checks for a service that was run and answered on these ports, the most telling of them first. */
export function seenChecks(
  { ports, hasHealthcheck }: ServiceFacts,
  { seen, log }: { readonly seen: readonly SeenPort[]; readonly log: string },
): Checks {
  const exposed = seen.filter(({ port }) => ports.includes(port));
  const found = mostTelling(exposed) ?? mostTelling(seen);
  const quiet = WORRYING.some((word) => log.includes(word)) ? [] : [QUIET];
  if (found === null) return withoutPort(hasHealthcheck, log);
  const main = seenCheck(found);
  const isReady = main.kind === 'http' && main.status < 400;
  const ready: DraftCheck = isReady ? { ...main, contains: '' } : { kind: 'tcp', port: main.port };
  return {
    ready: hasHealthcheck ? HEALTHCHECK : ready,
    tests: [main, ...quiet],
    remarks: {
      ready: hasHealthcheck ? [HEALTHCHECK_REMARK] : [],
      tests: [...seenRemarks(main), ...TESTS_REMARK[main.kind]],
    },
  };
}

function mostTelling(seen: readonly SeenPort[]): SeenPort | null {
  const answering =
    seen.find(({ http }) => http !== null && http.status < 400) ?? seen.find(({ http }) => http !== null);
  const main = mainPort(seen.map(({ port }) => port));
  return answering ?? seen.find(({ port }) => port === main) ?? null;
}

type PortCheck = Extract<DraftCheck, { kind: 'http' | 'tcp' }>;

const HEALTHCHECK: DraftCheck = { kind: 'healthcheck' };
const HEALTHCHECK_REMARK = "Waits until the image's own HEALTHCHECK says healthy.";
const QUIET: DraftCheck = { kind: 'quiet-log' };

/** What `quiet-log` looks for. */
const WORRYING = ['panic', 'fatal error', 'Segmentation fault'];

const TESTS_REMARK: Readonly<Record<PortCheck['kind'], readonly string[]>> = {
  http: [
    'Add what the service is for: a path that needs its data, a POST, an answer that only a working one gives:',
    'http: { port: 8080, path: /items, body: { json: { /0/name: first } } }',
  ],
  tcp: [
    'A connection alone shows little. Say something and expect an answer, or run a client in a container of its own:',
    "tcp: { port: 25, send: 'QUIT', expect: { contains: '220' } }",
    'client: { image: my-client, command: [fetch, something], stdout: { contains: expected } }',
  ],
};

function guessedCheck(port: number): PortCheck {
  return usuallySpeaksHttp(port) ? { kind: 'http', port, status: 200, contains: '' } : { kind: 'tcp', port };
}

function seenCheck({ port, http }: SeenPort): PortCheck {
  return http === null
    ? { kind: 'tcp', port }
    : { kind: 'http', port, status: http.status, contains: telling(http.body) };
}

function seenRemarks(main: PortCheck): readonly string[] {
  if (main.kind === 'tcp' || main.status < 400) return [];
  return [`GET / was answered with ${main.status}: name a path that shows that the service works.`];
}

/** A page's title, or a short answer as a whole; empty when there is none. */
function telling(body: string): string {
  const [, title = ''] = /<title>([^<&]{1,80})<\/title>/i.exec(body) ?? [];
  const text = (title === '' ? body : title).trim();
  return /^[^\p{C}\p{Zl}\p{Zp}]{1,80}$/u.test(text) ? text : '';
}

const NOTHING_TO_WAIT_FOR = 'No port is known. Say what tells that the service is ready, for example:';

function withoutPort(hasHealthcheck: boolean, log: string): Checks {
  const present = stableText(log);
  const ready = hasHealthcheck ? HEALTHCHECK : present === '' ? null : ({ kind: 'log', present } as const);
  const remark = hasHealthcheck
    ? HEALTHCHECK_REMARK
    : present === ''
      ? NOTHING_TO_WAIT_FOR
      : 'No port is known, so this waits for a line of its log. Take the one that says ready.';
  return {
    ready,
    tests: [QUIET],
    remarks: {
      ready: remark === NOTHING_TO_WAIT_FOR ? [remark, 'ready: { log: { present: started } }'] : [remark],
      tests: [
        'This only looks at the log. Add what the service is for, for example a client inside of it:',
        'exec: { command: [my-client, ping], exit_code: 0 }',
      ],
    },
  };
}

/** The last of a log's lines that says something, without what differs from run to run; empty when there is none. */
function stableText(log: string): string {
  const lines = log.split('\n').flatMap((line) => {
    const words = line.split(/[^\p{L} ,.:_/-]+/u).map((part) => part.replace(/^[\s,.:_/-]+|[\s,.:_/-]+$/g, ''));
    const longest = words.reduce((best, part) => (part.length > best.length ? part : best), '');
    return longest.length >= 8 && longest.length <= 100 ? [longest] : [];
  });
  return lines.at(-1) ?? '';
}
