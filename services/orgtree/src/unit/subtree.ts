/**
 * The range of paths of a unit and of everything below it, as two texts to be bound: `path >= ?::ltree and path < ?::ltree`. A
 * range on the ordered index tells the planner how much lies below, which `<@` does not; `g` sorts behind every id.
 */
export const pathRange = (path: readonly string[]): [string, string] => {
  const own = path.join('.');
  return [own, `${own}.g`];
};
