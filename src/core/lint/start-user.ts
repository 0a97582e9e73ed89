import type { Location } from '../finding.js';
import type { LintSubject, StartUser } from './rule.js';

/** Who a service starts as: what the policy says, else the built image, else its Dockerfile. */
export function startUser(subject: LintSubject): StartUser {
  const { service, dockerfile, imageUser } = subject;
  if (service.run.user !== null)
    return { name: service.run.user, source: 'policy', location: service.at('run', 'user') };
  const location = imageLocation(subject);
  if (imageUser !== null) return { name: imageUser, source: 'image', location };
  if (dockerfile === null) return { name: null, source: 'image', location };
  if (dockerfile.user !== null) return { name: dockerfile.user.value, source: 'image', location };
  return { name: dockerfile.base.value === 'scratch' ? '' : null, source: 'base image', location };
}

/** The line to change when the image should have another user. */
function imageLocation({ service, dockerfile }: LintSubject): Location {
  return dockerfile?.user?.location ?? dockerfile?.base.location ?? service.at(service.image.kind);
}
