/**
 * Sorts into groups, as `Map.groupBy` does, which Node 20 and browsers before 2024 lack.
 *
 * @param items in any order
 * @param keyOf what the items of a group have in common
 * @returns the items of each group in their order; groups in the order of their first item
 */
export function grouped<Item, Key>(items: Iterable<Item>, keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}
