import * as z from 'zod'
import { type AthleteId, RecommendationId } from '#domain/values/id.schema.js'
import { effect, many, maybeOne, sql } from '../statement.js'

/** A recommendation as it was shown: what was asked, what it rested on, and the answer. */
export type ShownRecommendation = {
  readonly id: RecommendationId
  /** Day in the athlete's zone. */
  readonly date: string
  /** What was asked, in one form. */
  readonly question: string
  readonly rulesVersion: string
  /** JSON: `StoredInputs`. */
  readonly inputs: string
  /** JSON, byte for byte as it was computed. */
  readonly answer: string
  readonly answerSha256: string
  readonly tellsOfHealth: boolean
  readonly shownAt: Date
}

/** Which answer was shown last for a question about a day. */
export type LastShown = Pick<ShownRecommendation, 'date' | 'answerSha256'>

/** Lists what was shown last for a question, for each day from one to another. */
export const listLastShown = many({
  name: 'listLastShown',
  row: z.object({ date: z.string(), answer_sha256: z.string() }),
  sql: ({ userId, question, from, to }: { userId: AthleteId; question: string; from: string; to: string }) => sql`
    select distinct on (recommended_for)
      recommended_for::text as date,
      answer_sha256
    from shown_recommendations
    where user_id = ${userId}::uuid
      and recommended_for between ${from}::date and ${to}::date
      and question = ${question}::text
    order by recommended_for, shown_at desc, id desc`,
  map: (row): LastShown => ({ date: row.date, answerSha256: row.answer_sha256 }),
})

/** Finds the answer that was shown last for a day, whatever was asked; null when none was. */
export const findLastShown = maybeOne({
  name: 'findLastShown',
  row: z.object({ answer: z.string() }),
  sql: ({ userId, date }: { userId: AthleteId; date: string }) => sql`
    select answer
    from shown_recommendations
    where user_id = ${userId}::uuid
      and recommended_for = ${date}::date
    order by shown_at desc, id desc
    limit 1`,
  map: ({ answer }) => answer,
})

/** Keeps what was shown, as long as the day has fewer than `max` already. */
export const keepShown = effect({
  name: 'keepShown',
  sql: ({ userId, shown, max }: { userId: AthleteId; shown: ShownRecommendation; max: number }) => sql`
    insert into shown_recommendations (
      id, user_id, recommended_for, question, rules_version, inputs, answer, answer_sha256, tells_of_health, shown_at
    )
    select
      ${shown.id}::uuid, ${userId}::uuid, ${shown.date}::date, ${shown.question}::text, ${shown.rulesVersion}::text,
      ${shown.inputs}::text, ${shown.answer}::text, ${shown.answerSha256}::text, ${shown.tellsOfHealth}::boolean,
      ${shown.shownAt}::timestamptz
    where (
      select count(*)
      from shown_recommendations
      where user_id = ${userId}::uuid and recommended_for = ${shown.date}::date
    ) < ${max}::integer`,
})

/** Lists what was shown for a day, in order. */
export const listShown = many({
  name: 'listShown',
  row: z.object({
    id: RecommendationId,
    date: z.string(),
    question: z.string(),
    rules_version: z.string(),
    inputs: z.string(),
    answer: z.string(),
    answer_sha256: z.string(),
    tells_of_health: z.boolean(),
    shown_at: z.date(),
  }),
  sql: ({ userId, date, limit }: { userId: AthleteId; date: string; limit: number }) => sql`
    select
      id, recommended_for::text as date, question, rules_version, inputs, answer, answer_sha256, tells_of_health, shown_at
    from shown_recommendations
    where user_id = ${userId}::uuid
      and recommended_for = ${date}::date
    order by shown_at, id
    limit ${limit}::integer`,
  map: (row): ShownRecommendation => ({
    id: row.id,
    date: row.date,
    question: row.question,
    rulesVersion: row.rules_version,
    inputs: row.inputs,
    answer: row.answer,
    answerSha256: row.answer_sha256,
    tellsOfHealth: row.tells_of_health,
    shownAt: row.shown_at,
  }),
})
