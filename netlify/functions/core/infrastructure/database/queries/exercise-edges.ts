import * as z from 'zod'
import { EdgeKind } from '#domain/library/edges.js'
import type { ExerciseKeys, ExerciseRef } from '#domain/library/exercise-ref.schema.js'
import { type GraphEdge, GraphEdgeKind } from '#domain/library/graph.schema.js'
import type { Relative } from '#domain/library/progressions.js'
import { ExerciseSlug } from '#domain/library/vocabulary.js'
import { many, sql } from '../statement.js'
import { isNamedByKey, joinLevelAndCategory, refColumns, refOf, refRow } from './exercise-columns.js'

/** The exercise itself, which has no kind, or an exercise at the other end of one of its edges. */
export type Neighbour = { readonly kind: null; readonly exercise: ExerciseRef } | Relative

/**
 * Lists an exercise, by id or slug, then every exercise it has an edge to: prerequisites in the
 * library's order, the others with the easiest first;
 * returns nothing when there is no such exercise.
 */
export const listNeighbours = many({
  name: 'listNeighbours',
  row: z.object({ ...refRow, kind: EdgeKind.nullable(), any_of_group: z.number().nullable() }),
  sql: ({ id, slug }: ExerciseKeys) => sql`
    with wanted as (
      select exercise.id
      from exercises as exercise
      where ${isNamedByKey({ id, slug })}
    ),
    neighbours as (
      select wanted.id, null::text as kind, null::smallint as any_of_group, null::smallint as position
      from wanted
      union all
      select edge.to_exercise_id, edge.kind, edge.any_of_group, edge.position
      from wanted
      join exercise_edges as edge on edge.from_exercise_id = wanted.id
    )
    select
      ${refColumns},
      neighbour.kind,
      neighbour.any_of_group
    from neighbours as neighbour
    join exercises as exercise on exercise.id = neighbour.id
    ${joinLevelAndCategory}
    order by neighbour.kind nulls first, neighbour.any_of_group, neighbour.position, exercise.difficulty, exercise.slug`,
  map: (row): Neighbour =>
    row.kind === null
      ? { kind: null, exercise: refOf(row) }
      : { kind: row.kind, group: row.any_of_group, exercise: refOf(row) },
})

/**
 * Lists how the exercises that have not left the library are related, each relation once: by the
 * difficulty of the exercise at its beginning, what that requires, what is a step harder, what is much
 * like it.
 */
export const listGraphEdges = many({
  name: 'listGraphEdges',
  row: z.object({
    from_slug: ExerciseSlug,
    to_slug: ExerciseSlug,
    kind: GraphEdgeKind,
    any_of_group: z.number().nullable(),
  }),
  sql: (_: Record<never, never>) => sql`
    select
      one.slug as from_slug,
      other.slug as to_slug,
      case edge.kind when 'prerequisite' then 'requires' when 'progression' then 'harder' else edge.kind end as kind,
      edge.any_of_group
    from exercise_edges as edge
    join exercises as one on one.id = edge.from_exercise_id and one.retired_at is null
    join exercises as other on other.id = edge.to_exercise_id and other.retired_at is null
    where edge.kind in ('prerequisite', 'progression')
      or (edge.kind = 'lateral' and one.slug < other.slug)
    order by one.difficulty, one.slug, edge.kind, edge.any_of_group, edge.position, other.difficulty, other.slug`,
  map: ({ from_slug, to_slug, kind, any_of_group }): GraphEdge => ({
    from: from_slug,
    to: to_slug,
    kind,
    group: any_of_group,
  }),
})
