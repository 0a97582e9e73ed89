/** Why a connection to a service failed, in words or with the system's code. Never leaves the prober. */
export class ProbeError extends Error {
  override readonly name = 'ProbeError';

  constructor(
    message: string,
    readonly code = '',
  ) {
    super(message);
  }
}
