import { rebuildAthlete } from '#database/commands/rebuild.js'
import { ruleBook } from '#domain/rules/rules-in-force.js'
import { describeDifference } from '#orchestration/training/rebuild/difference.js'
import type { TestApi, TestAthlete } from './api.js'

/** Lists where the stored state of an athlete differs from what the facts give, one line each. */
export async function differencesOf({ db }: TestApi, { id }: Pick<TestAthlete, 'id'>): Promise<string[]> {
  return (await rebuildAthlete(db.operator(), ruleBook, id)).map((difference) => describeDifference(difference))
}

/**
 * Reads everything that is derived from an athlete's facts, without ids, so that two athletes can
 * be compared.
 */
export async function derivedOf({ db }: TestApi, { id }: Pick<TestAthlete, 'id'>): Promise<unknown> {
  const [derived] = await db.rows(
    `select
      (select json_agg(to_jsonb(d) - '{session_exercise_id,user_id,session_id}'::text[] order by decided_on, exercise_id)
       from exercise_decisions as d where user_id = $1) as decisions,
      (select json_agg(to_jsonb(a) - 'user_id' order by category_id) from user_abilities as a where user_id = $1) as abilities,
      (select json_agg(to_jsonb(r) - '{user_id,session_id,set_id}'::text[] order by exercise_id, kind)
       from personal_records as r where user_id = $1) as records,
      (select json_agg(to_jsonb(c) - '{id,user_id,version,created_at,updated_at}'::text[] order by exercise_id)
       from user_exercise_configs as c where user_id = $1) as exercises`,
    [id],
  )
  return derived
}
