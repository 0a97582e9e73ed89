import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const KEYRING = '/usr/share/keyrings/debian-archive-keyring.gpg';

/**
 * @typedef {object} UnpackedPackage
 * @property {string} folder holds the package's files
 * @property {string} version upstream's, the first two numbers: `6.12`
 * @property {string} fullVersion upstream's, three numbers: `2.5.4`
 */

/**
 * Calls `use` with a function that unpacks a Debian package into a temporary folder. Nothing is installed and the
 * machine's own package lists stay as they are.
 * @template T
 * @param {readonly string[]} suites
 * @param {(unpack: (name: string, suite: string) => UnpackedPackage) => T} use
 * @returns {T}
 */
export function withDebianArchive(suites, use) {
  return withAptConfig(suites, ({ root, env }) => use((name, suite) => unpack({ root, env, name, suite })));
}

/**
 * Calls `use` with an environment in which apt-get knows the packages of these suites and takes none for installed, and with the
 * temporary folder that all of it is in.
 * @template T
 * @param {readonly string[]} suites
 * @param {(apt: { root: string, env: Record<string, string | undefined> }) => T} use
 * @returns {T}
 */
export function withAptConfig(suites, use) {
  const root = mkdtempSync(join(tmpdir(), 'tightfit-generate-'));
  try {
    const env = { ...process.env, APT_CONFIG: writeAptConfig(root, suites) };
    execFileSync('apt-get', ['-q', 'update'], { env, stdio: ['ignore', 'ignore', 'inherit'] });
    return use({ root, env });
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** @param {string} root @param {readonly string[]} suites */
function writeAptConfig(root, suites) {
  for (const folder of ['state/lists/partial', 'cache/archives/partial', 'sources']) {
    mkdirSync(join(root, folder), { recursive: true });
  }
  writeFileSync(join(root, 'state/status'), '');
  writeFileSync(
    join(root, 'sources/debian.sources'),
    `Types: deb\nURIs: http://deb.debian.org/debian\nSuites: ${suites.join(' ')}\nComponents: main\nSigned-By: ${KEYRING}\n`,
  );
  const settings = {
    'Dir::State': join(root, 'state'),
    'Dir::State::status': join(root, 'state/status'),
    'Dir::Cache': join(root, 'cache'),
    'Dir::Etc::SourceList': '/dev/null',
    'Dir::Etc::SourceParts': join(root, 'sources'),
    'APT::Sandbox::User': 'root',
    'APT::Architecture': 'amd64',
  };
  const path = join(root, 'apt.conf');
  writeFileSync(
    path,
    Object.entries(settings)
      .map(([key, value]) => `${key} "${value}";\n`)
      .join(''),
  );
  return path;
}

/**
 * @param {{ root: string, env: Record<string, string | undefined>, name: string, suite: string }} request
 * @returns {UnpackedPackage}
 */
function unpack({ root, env, name, suite }) {
  const folder = mkdtempSync(join(root, 'package-'));
  execFileSync('apt-get', ['-q', 'download', `${name}/${suite}`], {
    cwd: folder,
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const [file] = readdirSync(folder);
  if (file === undefined) throw new Error(`apt-get gave no file for ${name} in ${suite}`);
  execFileSync('dpkg', ['-x', join(folder, file), join(folder, 'root')]);
  const [, fullVersion = '', version = ''] = /_((\d+\.\d+)(?:\.\d+)?)/.exec(file) ?? [];
  return { folder: join(folder, 'root'), version, fullVersion };
}
