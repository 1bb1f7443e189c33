import { createHash } from 'node:crypto'
import type { Statement } from '#database/statement.js'
import { addDays } from '#domain/calendar/days-between.js'
import { todayAnywhere } from '#domain/calendar/time-zone.js'
import { storedTextOf } from '#domain/coach/advice/stored-inputs.schema.js'
import { RecommendationId } from '#domain/values/id.schema.js'
import type { Context } from '#orchestration/context.js'
import { keepShown, type LastShown, listLastShown } from '#queries/shown-recommendations.js'
import type { NextWorkout } from './next-workout.schema.js'
import { type Coached, daysAheadMax } from './read-coached.js'

/** More answers than a day brings; what is shown beyond is not kept. */
export const shownADayMax = 50

/** The statement that tells what was shown last for a question. */
export function lastShownOf({ athleteId: userId, now }: Context, question: string): Statement<LastShown[]> {
  const { from, to } = todayAnywhere(now)
  return listLastShown({ userId, question, from, to: addDays(to, daysAheadMax) })
}

/**
 * Returns the statements that keep an answer with all that it rests on; none where the last answer
 * to this question about this day was the same.
 */
export function keepStatements(
  { athleteId: userId, now, newId, rules }: Context,
  question: string,
  { inputs, training }: Pick<Coached<[]>, 'inputs' | 'training'>,
  answer: NextWorkout,
  last: readonly LastShown[],
): Statement[] {
  const text = JSON.stringify(answer)
  const answerSha256 = createHash('sha256').update(text).digest('hex')
  if (last.some((shown) => shown.date === answer.date && shown.answerSha256 === answerSha256)) return []
  const shown = {
    id: newId(RecommendationId),
    date: answer.date,
    question,
    rulesVersion: rules.version,
    inputs: storedTextOf(inputs),
    answer: text,
    answerSha256,
    tellsOfHealth: training.athlete.healthDataConsent,
    shownAt: now,
  }
  return [keepShown({ userId, shown, max: shownADayMax })]
}
