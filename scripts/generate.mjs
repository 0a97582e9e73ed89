// Writes every generated module from the facts in data/.
//   --check    writes nothing; fails when a committed module differs
//   --refresh  first derives data/syscalls.csv and data/docker-default/ again from Debian's packages (root, network)
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { capabilityRiskModule } from './generate/capability-risk.mjs';
import { controlsModule } from './generate/controls.mjs';
import { cveSyscallsModule } from './generate/cve-syscalls.mjs';
import { dockerDefaultModule } from './generate/docker-default.mjs';
import { htmlAssetsModule } from './generate/html-assets.mjs';
import { generatePolicyTypes } from './generate/policy-types.mjs';
import { publishedDefaultsModule } from './generate/published-defaults.mjs';
import { refreshDockerDefaults } from './generate/refresh-docker-default.mjs';
import { refreshSyscalls } from './generate/refresh-syscalls.mjs';
import { ruleHelpModule } from './generate/rule-help.mjs';
import { runtimeBaseModule } from './generate/runtime-base.mjs';
import { syscallDemandModule } from './generate/syscall-demand.mjs';
import { syscallRiskModule } from './generate/syscall-risk.mjs';
import { syscallsModule } from './generate/syscalls.mjs';

const ROOT = new URL('..', import.meta.url);

/** Holds the default profiles of Docker's engines as they were published. */
const PUBLISHED_DEFAULTS = 'data/docker-default';

/** The same of Podman's. */
const PODMAN_DEFAULTS = 'data/podman-default';

/** A module, the facts it is made from and how. */
const MODULES = [
  { path: 'src/core/capability/risk.generated.ts', data: ['capability-risk'], render: capabilityRiskModule },
  { path: 'src/core/seccomp/risk.generated.ts', data: ['syscall-risk'], render: syscallRiskModule },
  { path: 'src/core/seccomp/syscalls.generated.ts', data: ['syscalls'], render: syscallsModule },
  {
    path: 'src/core/seccomp/docker-default.generated.ts',
    data: ['docker-default', 'docker-default-arches'],
    render: dockerDefaultModule,
  },
  {
    path: 'src/core/seccomp/docker-default-published.generated.ts',
    data: [],
    render: () =>
      publishedDefaultsModule(pathOf(PUBLISHED_DEFAULTS), { data: PUBLISHED_DEFAULTS, constant: 'PUBLISHED_DEFAULTS' }),
  },
  {
    path: 'src/core/seccomp/podman-default.generated.ts',
    data: [],
    render: () =>
      publishedDefaultsModule(pathOf(PODMAN_DEFAULTS), { data: PODMAN_DEFAULTS, constant: 'PODMAN_DEFAULTS' }),
  },
  { path: 'src/core/fit/cve.generated.ts', data: ['cve-syscalls'], render: cveSyscallsModule },
  {
    path: 'src/core/fit/runtime-base.generated.ts',
    data: ['runtime-base', 'runtime-recorded'],
    render: runtimeBaseModule,
  },
  { path: 'src/core/standards/controls.generated.ts', data: ['controls'], render: controlsModule },
  { path: 'src/core/fit/demand.generated.ts', data: ['syscall-risk'], render: syscallDemandModule },
  {
    path: 'src/report/html/assets.generated.ts',
    data: ['../src/report/html/page.css', '../src/report/html/grid.js'],
    render: htmlAssetsModule,
  },
  { path: 'src/report/sarif/rule-help.generated.ts', data: ['../docs/rules.md'], render: ruleHelpModule },
];

const options = process.argv.slice(2);
const unknown = options.find((option) => !['--check', '--refresh'].includes(option));
if (unknown !== undefined) {
  console.error(`unknown option "${unknown}": expected --check or --refresh`);
  process.exit(2);
}
if (options.includes('--refresh')) {
  writeFileSync(pathOf('data/syscalls.csv'), refreshSyscalls());
  refreshDockerDefaults(pathOf(PUBLISHED_DEFAULTS));
}

const stale = MODULES.filter((module) => read(module.path) !== render(module));
for (const module of stale) {
  if (options.includes('--check')) console.error(`${module.path} is not what its data says: run npm run generate`);
  else {
    writeFileSync(pathOf(module.path), render(module));
    console.log(`wrote ${module.path}`);
  }
}
const stalePolicy = await generatePolicyTypes({ check: options.includes('--check') });
for (const path of stalePolicy) {
  console.log(
    options.includes('--check') ? `${path} is not what policy.schema.json says: run npm run generate` : `wrote ${path}`,
  );
}
if (options.includes('--check') && stale.length + stalePolicy.length > 0) process.exit(1);

/** @param {(typeof MODULES)[number]} module */
function render(module) {
  const [first = '', second = ''] = module.data.map((name) => readFileSync(pathOf(fileOf(name)), 'utf8'));
  return module.render(first, second);
}

/** @param {string} path */
function read(path) {
  try {
    return readFileSync(pathOf(path), 'utf8');
  } catch {
    return null;
  }
}

/** @param {string} path */
function pathOf(path) {
  return fileURLToPath(new URL(path, ROOT));
}

/** A table's name, or another file by its path from data/. @param {string} name */
function fileOf(name) {
  return name.includes('.') ? `data/${name}` : `data/${name}.csv`;
}
