/** Core tests of what Podman cannot do, by the beginning of their full names, and why. */
export const NOT_ON_PODMAN: readonly { readonly test: string; readonly why: string }[];

/** What jest is told so that it leaves these tests out. */
export function allBut(left: readonly { readonly test: string }[]): string;
