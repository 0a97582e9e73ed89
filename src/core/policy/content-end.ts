import { isCollection, isNode, isPair } from 'yaml';

/** Where a YAML node's last visible character ends: a block collection's own end may lie below comments and empty lines. */
export function contentEnd(node: unknown): number {
  if (isPair(node)) return Math.max(contentEnd(node.key), contentEnd(node.value));
  if (!isNode(node)) return 0;
  if (!isCollection(node) || node.flow === true) return node.range?.[1] ?? 0;
  return contentEnd(node.items.at(-1));
}
