/** A network for one exercise. */
export interface Lease {
  readonly network: string;
  /** The exercise is over, and nothing is connected any more. */
  readonly release: () => Promise<void>;
}

/** Where exercises get their networks from. */
export interface Networks {
  /** @param make makes a new one, which its release removes */
  lease(request: { readonly internal: boolean }, make: () => Promise<Lease>): Promise<Lease>;
}

/** A new network for each. */
export const NEW_NETWORKS: Networks = { lease: (_, make) => make() };

/** Networks that are used again, each by one exercise at a time: making and removing one takes an engine as long as a short trial. */
export interface KeptNetworks extends Networks {
  /** Removes what is not leased. */
  close(): Promise<void>;
}

/** Keeps the networks of exercises for those that follow. */
export function keepNetworks(): KeptNetworks {
  const idle: { readonly internal: boolean; readonly lease: Lease }[] = [];
  return {
    lease: async ({ internal }, make) => {
      const place = idle.findIndex((one) => one.internal === internal);
      const lease = idle.splice(place, place === -1 ? 0 : 1)[0]?.lease ?? (await make());
      return {
        network: lease.network,
        release: () => {
          idle.push({ internal, lease });
          return Promise.resolve();
        },
      };
    },
    close: async () => {
      await Promise.all(idle.splice(0).map(({ lease }) => lease.release()));
    },
  };
}
