import type { Recommendation } from '#domain/coach/recommendation.js'

/** Why a day has no session of the coach, by what the day is. */
export const explainNothing: Readonly<Record<Recommendation['kind'], string>> = {
  planned: 'A session is planned for this day already.',
  done_today: 'You have trained on this day already.',
  rest: 'This is a day of rest: ask with force for a session all the same.',
  recovery: 'This is a day of recovery, and there is nothing to plan for it.',
  train: 'Nothing fits this request: see what was left out, and why.',
}
