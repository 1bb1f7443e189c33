/** The row of each slug of a level. */
export type Column = ReadonlyMap<string, number>

/** A line of the tree, from a prerequisite to what it opens. */
export type Line = { readonly from: string; readonly to: string; readonly isOneOfSeveral: boolean }

export type Point = { readonly x: number; readonly y: number }

/** Where the nodes are: the number of the level is `x`, and of the row `y`. */
export function pointsOf(columns: readonly Column[]): ReadonlyMap<string, Point> {
  return new Map(columns.flatMap((column, x) => [...column].map(([slug, y]) => [slug, { x, y }] as const)))
}

/** Counts how often lines of the tree cross each other. */
export function crossings(columns: readonly Column[], lines: readonly Line[]): number {
  const points = pointsOf(columns)
  const drawn = lines.flatMap(({ from, to }) => {
    const [start, end] = [points.get(from), points.get(to)]
    return start && end ? [{ start, end }] : []
  })
  let found = 0
  for (const [index, one] of drawn.entries())
    for (const other of drawn.slice(index + 1)) if (doCross(one, other)) found++
  return found
}

type Segment = { readonly start: Point; readonly end: Point }

function doCross(one: Segment, other: Segment): boolean {
  return areApart(one, other.start, other.end) && areApart(other, one.start, one.end)
}

/** Whether two points lie on different sides of a segment; a point on it lies on neither. */
function areApart({ start, end }: Segment, one: Point, other: Point): boolean {
  const side = ({ x, y }: Point) => (end.x - start.x) * (y - start.y) - (end.y - start.y) * (x - start.x)
  return side(one) * side(other) < 0
}
