import type { Skill, SkillGraph } from '../skill-graph.js'
import { type Column, crossings, type Line } from './crossings.js'
import { placeRows } from './place-rows.js'

/** The exercises of a category in a grid: a column for each level, and rows that keep lines short. */
export type Layout = {
  readonly rows: number
  /** The slugs of each level, from top to bottom. */
  readonly columns: readonly Column[]
  /** Each line from a prerequisite to what it opens, of those in the grid. */
  readonly lines: readonly Line[]
}

/** How often the nodes are put in order anew; the best of the orders is taken. */
const sweeps = 12

/** Lays out the exercises of a category. */
export function layOut(skills: readonly Skill[], graph: SkillGraph): Layout {
  const levels = [...new Set(skills.map(({ level }) => level))].sort((one, other) => one - other)
  const rows = Math.max(0, ...levels.map((level) => skills.filter((skill) => skill.level === level).length))
  const lines = linesAmong(skills, graph)
  let columns = levels.map((level) =>
    byLadder(
      skills.filter((skill) => skill.level === level),
      rows,
    ),
  )
  let best = { columns, faults: crossings(columns, lines) }
  for (let sweep = 0; sweep < sweeps; sweep++) {
    columns = swept(columns, lines, rows, sweep % 2 === 0)
    const faults = crossings(columns, lines)
    if (faults < best.faults) best = { columns, faults }
  }
  return { rows, columns: best.columns, lines }
}

function linesAmong(skills: readonly Skill[], graph: SkillGraph): Line[] {
  const shown = new Set(skills.map(({ slug }) => slug))
  return skills.flatMap(({ slug: to }) =>
    graph
      .requiredBy(to)
      .flatMap((group) =>
        group
          .filter(({ slug }) => shown.has(slug))
          .map(({ slug: from }) => ({ from, to, isOneOfSeveral: group.length > 1 })),
      ),
  )
}

function byLadder(skills: readonly Skill[], rows: number): Column {
  const key = ({ slot, ladder }: Skill) => `${slot} ${ladder}`
  const ordered = skills.toSorted(
    (one, other) => key(one).localeCompare(key(other)) || one.difficulty - other.difficulty,
  )
  return placeRows(
    ordered.map(({ slug }, index) => ({ slug, wanted: (index / skills.length) * rows })),
    rows,
  )
}

/** Moves every node to the middle of its neighbours, level by level, as far as there is room. */
function swept(columns: readonly Column[], lines: readonly Line[], rows: number, isForward: boolean): Column[] {
  const moved = [...columns]
  const inTurn = isForward ? [...columns.keys()] : [...columns.keys()].reverse()
  for (const index of inTurn) {
    const rowOf = new Map(moved.flatMap((column) => [...column]))
    const wanted = [...(moved[index] ?? [])].map(([slug, row]) => ({ slug, wanted: middle(slug, lines, rowOf) ?? row }))
    moved[index] = placeRows(wanted, rows)
  }
  return moved
}

function middle(slug: string, lines: readonly Line[], rowOf: ReadonlyMap<string, number>): number | null {
  const others = lines.flatMap(({ from, to }) => (from === slug ? [to] : to === slug ? [from] : []))
  if (others.length === 0) return null
  return others.reduce((sum, other) => sum + (rowOf.get(other) ?? 0), 0) / others.length
}
