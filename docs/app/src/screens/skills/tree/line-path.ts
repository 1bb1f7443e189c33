import type { Point } from './crossings.js'

/** What a node leaves free of its cell at the left and at the right, as a share of its width; the style says the same. */
const gutter = 0.11

/**
 * The path of a line in a grid whose cells are 1 wide and 1 high: from the right of a prerequisite to
 * the left of what it opens, and within one level around the nodes between them.
 */
export function linePath(from: Point, to: Point): string {
  const [fromY, toY] = [from.y + 0.5, to.y + 0.5]
  if (from.x === to.x) return withinLevel(from.x, fromY, toY)
  const [fromX, toX] = [from.x + 1 - gutter, to.x + gutter]
  const bend = (toX - fromX) / 2
  return `M${at(fromX)} ${fromY}C${at(fromX + bend)} ${fromY} ${at(toX - bend)} ${toY} ${at(toX)} ${toY}`
}

function withinLevel(column: number, fromY: number, toY: number): string {
  if (Math.abs(fromY - toY) === 1) return `M${column + 0.5} ${fromY}V${toY}`
  const [edge, out] = [column + gutter, column]
  return `M${at(edge)} ${fromY}C${at(out)} ${fromY} ${at(out)} ${toY} ${at(edge)} ${toY}`
}

function at(number: number): number {
  return Math.round(number * 1000) / 1000
}
