import { describe, expect, it } from 'vitest'
import { ruleBook } from '#domain/rules/rules-in-force.js'
import { rules2026v1 } from '#domain/rules/training-rules.js'
import { inOneGo } from '#domain/values/in-one-go.js'
import { idOf } from '#tests/support/ids.js'
import { exercise, libraryWith, sessionOn } from '#tests/support/training-logs.js'
import { deriveTraining } from './derive.js'
import { recordKey } from './records.js'
import type { Directive, LoggedSession } from './training-log.js'

const [pushUp, dip, pullUp] = [exercise('push-up'), exercise('dip'), exercise('pull-up', { category: 'Pull' })]
const library = libraryWith(pushUp, dip, pullUp)
const date = '2026-11-05'

const derive = (sessions: readonly LoggedSession[], directives: readonly Directive[] = []) =>
  inOneGo(deriveTraining({ sessions, directives }, library, ruleBook))

const pushUps = { exercise: pushUp.id, actual: [12, 12, 12] }
const pullUps = { exercise: pullUp.id, actual: [3, 3, 3] }

describe('foldSession of several exercises', () => {
  it('derives each category from its own exercises', () => {
    const { categories } = derive([sessionOn(date, pushUps, pullUps)])
    expect(categories.get('Push')).toEqual(derive([sessionOn(date, pushUps)]).categories.get('Push'))
    expect(categories.get('Pull')).toEqual(derive([sessionOn(date, pullUps)]).categories.get('Pull'))
  })

  it('decides in the order of the exercises, however they are listed', () => {
    const session = sessionOn(date, pushUps, pullUps, { exercise: dip.id, actual: [5] })
    const { decisions } = derive([{ ...session, exercises: session.exercises.toReversed() }])
    expect(decisions.map(({ exerciseId }) => exerciseId)).toEqual([pushUp.id, pullUp.id, dip.id])
  })

  it('ignores an exercise when no set of it was done', () => {
    const state = derive([sessionOn(date, pushUps, { exercise: pullUp.id, actual: [] })])
    expect(state.decisions.map(({ exerciseId }) => exerciseId)).toEqual([pushUp.id])
    expect([...state.exercises.keys()]).toEqual([pushUp.id])
    expect([...state.categories.keys()]).toEqual(['Push'])
  })
})

describe('a record of reps', () => {
  const best = (...sessions: readonly LoggedSession[]) =>
    derive(sessions).records.get(recordKey({ exerciseId: pushUp.id, kind: 'reps' }))
  const did = (day: string, amount: number) => sessionOn(day, { exercise: pushUp.id, actual: [amount] })

  it('is replaced when a later session has more', () => {
    expect(best(did('2026-11-05', 8), did('2026-11-07', 9))).toMatchObject({ value: 9, on: '2026-11-07' })
  })

  it('stays with the first session when a later one has as many', () => {
    expect(best(did('2026-11-05', 8), did('2026-11-07', 8))).toMatchObject({ value: 8, on: '2026-11-05' })
  })
})

const byFirstRules = (session: LoggedSession) => ({ ...session, rulesVersion: rules2026v1.version })

describe('a confirmation by the first rules', () => {
  it('releases everything held in its category of the session', () => {
    const known = ['2026-11-01', '2026-11-03'].map((day) => sessionOn(day, { exercise: pushUp.id, actual: [8, 8, 8] }))
    const session = sessionOn(date, { exercise: pushUp.id, actual: [80] }, { exercise: dip.id, actual: [80] })
    const confirmation: Directive = {
      kind: 'confirmation',
      on: date,
      at: `${date}T19:00:00.000Z`,
      rulesVersion: rules2026v1.version,
      sessionExerciseId: idOf.sessionExercise(`push-up ${date}`),
    }
    const held = (directives: readonly Directive[]) =>
      derive([...known, session].map(byFirstRules), directives).held.length
    expect([held([]), held([confirmation])]).toEqual([2, 0])
  })
})
