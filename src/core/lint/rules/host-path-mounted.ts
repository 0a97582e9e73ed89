import { quote } from '../../excerpt.js';
import type { LintContext, LintRule, Observation } from '../rule.js';

export const HOST_PATH_MOUNTED: LintRule = { id: 'host-path-mounted', check: hostPathMounted };

function hostPathMounted({ service }: LintContext): readonly Observation[] {
  return service.run.volumes.flatMap((volume, index) => {
    if (volume.kind !== 'bind') return [];
    const { source, target, readOnly } = volume;
    return [
      {
        ...(readOnly ? { severity: 'note' } : {}),
        message: `${quote(source)} of the host is mounted at ${quote(target)}${readOnly ? ', read-only: the service sees what others put there' : ', writable: whoever takes the service over changes files of the host, with the owner it runs as'}`,
        advice: readOnly
          ? 'Copy the files into the image, unless they have to change without a build.'
          : 'Add :ro, or use a volume of the engine.',
        location: service.at('run', 'volumes', index),
        grants: [target],
      },
    ];
  });
}
