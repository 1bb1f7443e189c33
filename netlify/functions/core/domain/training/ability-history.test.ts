import { describe, expect, it } from 'vitest'
import { ruleBook } from '#domain/rules/rules-in-force.js'
import { inOneGo } from '#domain/values/in-one-go.js'
import { exercise, libraryWith, sessionOn } from '#tests/support/training-logs.js'
import { abilityHistory } from './ability-history.js'
import { deriveTraining } from './derive.js'

const [pushUp, pullUp] = [exercise('push-up'), exercise('pull-up', { category: 'Pull' })]
const library = libraryWith(pushUp, pullUp)

/** Monday, Thursday and Monday of push-ups, with pull-ups between them. */
const sessions = [
  sessionOn('2026-11-02', { exercise: pushUp.id, actual: [8] }),
  sessionOn('2026-11-05', { exercise: pushUp.id, actual: [10] }),
  sessionOn('2026-11-06', { exercise: pullUp.id, actual: [3] }),
  sessionOn('2026-11-09', { exercise: pushUp.id, actual: [12] }),
]
const historyOf = inOneGo(abilityHistory({ sessions, directives: [] }, library, ruleBook))
const daysOf = (...given: Parameters<typeof historyOf>) => historyOf(...given).map(({ on }) => on)

describe('abilityHistory', () => {
  it('has the last session of each week, oldest first', () => {
    expect(daysOf('Push', '2026-11-02')).toEqual(['2026-11-05', '2026-11-09'])
  })

  it('begins on the day that is asked for', () => {
    expect(daysOf('Push', '2026-11-09')).toEqual(['2026-11-09'])
    expect(daysOf('Push', '2026-11-10')).toEqual([])
  })

  it('keeps categories apart', () => {
    expect(daysOf('Pull', '2026-11-02')).toEqual(['2026-11-06'])
  })

  it('has the ability as it was after the session', () => {
    const known = inOneGo(deriveTraining({ sessions: sessions.slice(0, 2), directives: [] }, library, ruleBook))
    const [first] = historyOf('Push', '2026-11-02')
    expect(first).toEqual({ on: '2026-11-05', mean: known.categories.get('Push')?.ability.mean })
  })
})
