import { sql } from '../statement.js'
import { checkBy, findings } from './check.js'

/** Finds edges of the skill graph whose counterpart is missing. */
export const findLonelyEdges = findings(
  'findLonelyEdges',
  () => sql`
    select
      start.slug || ' -> ' || finish.slug as subject,
      edge.kind || ' without ' || mirror.kind || ' back' as problem
    from exercise_edges as edge
    join (values ('progression', 'regression'), ('regression', 'progression'), ('lateral', 'lateral')) as mirror (of, kind)
      on mirror.of = edge.kind
    join exercises as start on start.id = edge.from_exercise_id
    join exercises as finish on finish.id = edge.to_exercise_id
    where not exists (
      select
      from exercise_edges as back
      where back.from_exercise_id = edge.to_exercise_id
        and back.to_exercise_id = edge.from_exercise_id
        and back.kind = mirror.kind
    )
    union all
    select start.slug || ' -> ' || finish.slug, 'prerequisite without a step of the chain'
    from exercise_edges as edge
    join exercises as start on start.id = edge.from_exercise_id
    join exercises as finish on finish.id = edge.to_exercise_id
    where edge.kind = 'prerequisite'
      and start.category_id = finish.category_id
      and not exists (
        select
        from exercise_edges as step
        where step.from_exercise_id = edge.from_exercise_id
          and step.to_exercise_id = edge.to_exercise_id
          and step.kind = 'regression'
      )
    order by subject, problem`,
)

export const edgesCheck = checkBy('edges in pairs', findLonelyEdges)
