import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withDebianArchive } from './debian-archive.mjs';

/** Debian's releases that still publish the engine's profile as a file of its own. */
const SUITES = ['bookworm', 'trixie'];
const PUBLISHED = 'usr/share/gocode/src/github.com/docker/docker/profiles/seccomp/default.json';

/**
 * Writes the default profiles of Docker that Debian's golang-github-docker-docker-dev carries, one file for each engine
 * version, word for word but for spaces.
 * @param {string} folder
 */
export function refreshDockerDefaults(folder) {
  mkdirSync(folder, { recursive: true });
  withDebianArchive(SUITES, (unpack) => {
    for (const suite of SUITES) {
      const source = unpack('golang-github-docker-docker-dev', suite);
      const profile = JSON.parse(readFileSync(join(source.folder, PUBLISHED), 'utf8'));
      writeFileSync(join(folder, `${source.fullVersion}.json`), `${JSON.stringify(profile, null, 2)}\n`);
    }
  });
}
