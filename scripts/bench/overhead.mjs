import { spawnSync } from 'node:child_process';
import { median } from './median.mjs';

/** `check` may take at most so much longer than the same calls by hand. */
const BAR = 1.25;
const ROUNDS = 7;

const POLICY = 'examples/nginx/tightfit.yml';

/**
 * The engine calls and smoke tests of POLICY as a person would type them: what `check` is measured against.
 * The exercise is one run, since a service without capabilities and root needs no trials and no control run.
 */
const BY_HAND = `
set -euo pipefail
cd examples/nginx
image=$(docker build -q . 2>/dev/null)
network=$(docker network create --internal tightfit-bench)
container=$(docker create --network "$network" --network-alias nginx \\
  --cap-drop ALL --security-opt no-new-privileges:true --security-opt seccomp=profile.json \\
  --read-only --tmpfs /tmp --user www-data --pids-limit 16 --memory 64m --memory-swap 64m --cpus 2 "$image")
trap 'docker rm -fv "$container" >/dev/null; docker network rm "$network" >/dev/null' EXIT
docker start "$container" >/dev/null
address=$(docker inspect -f '{{range .NetworkSettings.Networks}}{{.IPAddress}}{{end}}' "$container")
get() { curl -s -o /dev/null -w '%{http_code}' "http://$address:8080$1"; }
until [ "$(get /health)" = 200 ]; do sleep 0.05; done
pid=$(docker inspect -f '{{.State.Pid}}' "$container")
grep -q 'NoNewPrivs:.*1' "/proc/$pid/status"
curl -s "http://$address:8080/" | grep -q 'It fits.'
curl -s "http://$address:8080/health" | grep -qE '"ok":[[:space:]]*true'
[ "$(get /missing)" = 404 ]
! docker logs "$container" 2>&1 | grep -qE '\\[(alert|crit|emerg)\\]'
docker stop -t 10 "$container" >/dev/null
[ "$(docker inspect -f '{{.State.ExitCode}}' "$container")" = 0 ]
`;

/** Wall time of `check` on a built image against the same calls by hand, in turn, in one run. */
export async function run({ engine }) {
  const env = { ...process.env, DOCKER_HOST: engine };
  const check = () => timed('node', ['dist/cli.js', 'check', POLICY, '--quiet'], env);
  const byHand = () => timed('bash', ['-c', BY_HAND], env);
  check();
  byHand();
  const pairs = Array.from({ length: ROUNDS }, () => ({ check: check(), byHand: byHand() }));
  const ratio = median(pairs.map((pair) => pair.check / pair.byHand));
  const seconds = (name) => (median(pairs.map((pair) => pair[name])) / 1000).toFixed(2);
  console.log(`overhead: check of ${POLICY}, image built, ${ROUNDS} interleaved pairs`);
  console.log(`  check    ${seconds('check')} s (median)`);
  console.log(`  by hand  ${seconds('byHand')} s (median)`);
  console.log(`  ratio    ${ratio.toFixed(2)} (median of pairs; bar: at most ${BAR})`);
  return ratio <= BAR ? 0 : 1;
}

/** Milliseconds. Throws when the command fails: a failed run measures nothing. */
function timed(command, words, env) {
  const start = performance.now();
  const { status, stderr } = spawnSync(command, words, { env, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} ended with ${status}: ${stderr}`);
  return performance.now() - start;
}
