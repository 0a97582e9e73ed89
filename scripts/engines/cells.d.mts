/** Every engine that the end-to-end tests and the examples are run on. */
export const CELLS: readonly { readonly name: string; readonly where: string }[];
