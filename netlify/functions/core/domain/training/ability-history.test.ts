import { describe, expect, it } from 'vitest'
import { addDays } from '#domain/calendar/days-between.js'
import type { Category } from '#domain/library/vocabulary.js'
import { ruleBook, rulesInForce } from '#domain/rules/rules-in-force.js'
import { inOneGo } from '#domain/values/in-one-go.js'
import { exercise, libraryWith, sessionOn } from '#tests/support/training-logs.js'
import { type AbilityHistory, type AbilityPoint, noteAbilities } from './ability-history.js'
import { deriveTraining } from './derive.js'
import type { LoggedSession } from './training-log.js'
import type { TrainingState } from './training-state.js'

const [pushUp, pullUp] = [exercise('push-up'), exercise('pull-up', { category: 'Pull' })]
const library = libraryWith(pushUp, pullUp)

/** Monday, Thursday and Monday of push-ups, with pull-ups between them. */
const sessions = [
  sessionOn('2026-11-02', { exercise: pushUp.id, actual: [8] }),
  sessionOn('2026-11-05', { exercise: pushUp.id, actual: [10] }),
  sessionOn('2026-11-06', { exercise: pullUp.id, actual: [3] }),
  sessionOn('2026-11-09', { exercise: pushUp.id, actual: [12] }),
]
/** Follows sessions through a fold. */
function historyOf(followed: readonly LoggedSession[]): AbilityHistory {
  const history = new Map<Category, readonly AbilityPoint[]>()
  const after = ({ date }: LoggedSession, known: TrainingState) => noteAbilities(history, date, known, rulesInForce)
  inOneGo(deriveTraining({ sessions: followed, directives: [] }, library, ruleBook, { after }))
  return history
}
const daysOf = (category: Category) =>
  historyOf(sessions)
    .get(category)
    ?.map(({ on }) => on)

describe('noteAbilities', () => {
  it('keeps the last session of each week, oldest first', () => {
    expect(daysOf('Push')).toEqual(['2026-11-05', '2026-11-09'])
  })

  it('keeps categories apart', () => {
    expect(daysOf('Pull')).toEqual(['2026-11-06'])
  })

  it('keeps sixteen weeks', () => {
    const weekly = Array.from({ length: 20 }, (_, week) =>
      sessionOn(addDays('2026-01-05', 7 * week), { exercise: pushUp.id, actual: [8] }),
    )
    const days = historyOf(weekly)
      .get('Push')
      ?.map(({ on }) => on)
    expect(days).toEqual(weekly.slice(4).map(({ date }) => date))
  })

  it('has the ability as it was after the session', () => {
    const known = inOneGo(deriveTraining({ sessions: sessions.slice(0, 2), directives: [] }, library, ruleBook))
    const first = historyOf(sessions).get('Push')?.[0]
    expect(first).toEqual({ on: '2026-11-05', mean: known.categories.get('Push')?.ability.mean })
  })
})
