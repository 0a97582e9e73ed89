import type { HoldsFor } from '../core/fit/minimize-report.js';
import type { Capability } from '../core/capability/names.js';
import { runtimeRangeText } from '../core/fit/runtime-range.js';
import type { PreparedService } from './check-service.js';
import type { JournalKey } from './minimize-journal.js';
import type { ChosenSettings } from './minimize-settings.js';

/** On what the result of a search holds. */
export function holdsFor({ engine, images, part }: PreparedService, capabilities: readonly Capability[]): HoldsFor {
  const { run } = part.service;
  return {
    imageId: images.service.id,
    engine: `${engine.name} ${engine.version}`,
    runtime: `${engine.runtime.name} ${engine.runtime.version}`.trim(),
    libseccomp: engine.libseccomp,
    kernel: engine.kernel,
    arch: engine.arch,
    noNewPrivileges: run.noNewPrivileges,
    user: run.user ?? images.service.user,
    capabilities,
  };
}

/** What has to be the same for an interrupted search to go on, by what a reader would call it. */
export function journalKey(prepared: PreparedService, settings: ChosenSettings): JournalKey {
  const { imageId, engine, runtime, libseccomp, kernel, arch, noNewPrivileges, user } = holdsFor(prepared, []);
  const { service, profile } = prepared.part;
  return {
    image: imageId,
    'client images': JSON.stringify([...prepared.images.clients.values()]),
    engine,
    runtime,
    libseccomp: libseccomp ?? '',
    kernel,
    architecture: arch,
    'no-new-privileges': String(noNewPrivileges),
    user,
    'run options': JSON.stringify(service.run),
    runtimes: service.runtimes.map(runtimeRangeText).join(', '),
    profile: profile?.sha256 ?? '',
    tests: JSON.stringify([service.ready, service.tests]),
    seed: String(settings.seed),
    repeats: String(settings.repeats),
    'try-frozen': String(settings.tryFrozen),
  };
}
