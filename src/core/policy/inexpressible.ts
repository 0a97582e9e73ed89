/** Why a key of the Compose specification has no place in a policy, and what to do instead. */
export interface Inexpressible {
  readonly reason: string;
  readonly advice: string;
}

/** What is known of a Compose key that a policy leaves out on purpose; `null` for any other key. */
export function inexpressible(key: string): Inexpressible | null {
  const group = GROUPS.find(({ keys }) => keys.split(' ').includes(key));
  return group === undefined ? null : { reason: group.reason, advice: group.advice ?? 'Remove it.' };
}

const LIMITS = 'Use mem_limit, cpus and pids_limit.';

const GROUPS: readonly { readonly keys: string; readonly reason: string; readonly advice?: string }[] = [
  {
    keys: 'privileged',
    reason: 'it takes all confinement away, so nothing is left to judge',
    advice: 'Name what is needed in cap_add.',
  },
  { keys: 'pid ipc uts userns_mode cgroup', reason: 'a service runs in namespaces of its own' },
  {
    keys: 'network_mode links external_links',
    reason: 'a service runs on a private network of its own',
    advice: 'Use networks: { egress: true } to reach beyond the machine.',
  },
  { keys: 'devices device_cgroup_rules gpus', reason: "devices are the host's, and machines differ" },
  { keys: 'cgroup_parent', reason: 'limits would depend on what the host keeps there', advice: LIMITS },
  { keys: 'volumes_from', reason: 'a service shares no files with others', advice: 'Use volumes.' },
  { keys: 'ports expose', reason: 'nothing is published on the host, and tests reach every port of the service' },
  {
    keys: 'depends_on profiles scale extends',
    reason: 'each service is run alone',
    advice: 'Use a client in tests for what talks to it.',
  },
  { keys: 'restart', reason: 'a service that ends early is a finding' },
  { keys: 'deploy', reason: 'it speaks to a cluster', advice: LIMITS },
  { keys: 'env_file', reason: 'the policy says everything in one place', advice: 'Use environment.' },
  {
    keys: 'secrets configs',
    reason: 'a run has no secrets, its output is published',
    advice: 'Use volumes, with files made for the test.',
  },
  { keys: 'runtime isolation platform', reason: "it is the engine's choice, and reports name it" },
  {
    keys: 'container_name hostname domainname labels annotations logging',
    reason: 'a run names and labels what it makes itself',
  },
  {
    keys: 'extra_hosts dns dns_search dns_opt mac_address',
    reason: 'the private network knows the services by their names and nobody else',
  },
  { keys: 'healthcheck', reason: "the image's own HEALTHCHECK is used", advice: 'Use ready: { healthcheck: true }.' },
  {
    keys: 'cpu_count cpu_percent cpu_shares cpu_period cpu_quota cpu_rt_runtime cpu_rt_period cpuset',
    reason: 'processor time has one limit',
    advice: 'Use cpus.',
  },
  {
    keys: 'mem_reservation mem_swappiness memswap_limit',
    reason: 'memory has one limit, swap included',
    advice: 'Use mem_limit.',
  },
  { keys: 'oom_kill_disable oom_score_adj', reason: 'a run must not starve the machine' },
  {
    keys: 'shm_size storage_opt blkio_config',
    reason: "the engine's own size holds",
    advice: 'Use tmpfs with a size, or mem_limit.',
  },
  { keys: 'stdin_open tty attach', reason: 'nobody sits in front of a test' },
  {
    keys: 'pull_policy',
    reason: 'an image is pulled when it is not there',
    advice: 'Pin the image by digest.',
  },
];
