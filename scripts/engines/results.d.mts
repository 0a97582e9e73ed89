/** What docs/engines.md is to be by the results that there are. */
export function pageOfResults(): string;
