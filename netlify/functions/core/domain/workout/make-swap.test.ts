import { describe, expect, it } from 'vitest'
import { ruleBook, rulesInForce } from '#domain/rules/rules-in-force.js'
import { startSession } from '#domain/session/life.js'
import type { Session } from '#domain/session/session.js'
import { exerciseOf } from '#domain/session/session-exercises.js'
import { logSet } from '#domain/session/set-logs.js'
import { deriveTraining } from '#domain/training/derive.js'
import type { LoggedSession } from '#domain/training/training-log.js'
import { inOneGo } from '#domain/values/in-one-go.js'
import { idOf } from '#tests/support/ids.js'
import { noon, planned, pushUps, refusalOf } from '#tests/support/sessions.js'
import { exercise, libraryWith, sessionOn } from '#tests/support/training-logs.js'
import type { SwapRequest } from './choose-swap.js'
import { planSwap, withSwap } from './make-swap.js'
import { trainedDays } from './trained-days.js'

// the first is the exercise that `planned` calls push-up
const pushUp = exercise('push-up', {
  id: idOf.exercise(901),
  lateral: [idOf.exercise(911), idOf.exercise(912)],
  prerequisites: [[idOf.exercise(913)]],
})
const wide = exercise('wide-push-up', { id: idOf.exercise(911) })
const planche = exercise('pseudo-planche-push-up', { id: idOf.exercise(912), difficulty: 2.1, tags: ['planche-chain'] })
const knee = exercise('knee-push-up', { id: idOf.exercise(913), level: 1, difficulty: 1 })
const library = libraryWith(pushUp, wide, planche, knee)

function swap(session: Session, asked: Partial<SwapRequest> = {}, sessions: readonly LoggedSession[] = []) {
  const trainingLog = { sessions, directives: [] }
  const state = inOneGo(deriveTraining(trainingLog, library, ruleBook))
  const trainedOn = inOneGo(trainedDays(trainingLog, library))
  const facts = { library, trainingLog, trainedOn, state, today: noon.today }
  return planSwap(session, pushUps, { to: null, direction: null, equipment: [], ...asked }, facts, rulesInForce)
}

const onlyPushUps = planned({ exercises: [{ id: pushUps, exercise: 'push-up' }] })

describe('planSwap', () => {
  it('picks the best neighbour, with the sets that it starts with', () => {
    expect(swap(onlyPushUps, { direction: 'easier' })).toMatchObject({
      from: pushUp,
      exercise: knee,
      kind: 'easier',
      targets: [5, 5, 5],
      adjustments: [],
    })
  })

  it('picks nothing that loads a site which hurt lately', () => {
    const hurt = sessionOn('2026-11-20', { exercise: knee.id, actual: [8, 8, 8], pain: 5, painSite: 'wrist' })
    expect(swap(onlyPushUps, { direction: 'lateral' }, [hurt]).exercise).toBe(wide)
  })

  it('picks the exercise that the athlete names, even when it loads a site which hurt', () => {
    const hurt = sessionOn('2026-11-20', { exercise: knee.id, actual: [8, 8, 8], pain: 5, painSite: 'wrist' })
    expect(swap(onlyPushUps, { to: planche }, [hurt]).exercise).toBe(planche)
  })

  it('refuses an exercise that is no neighbour', () => {
    expect(refusalOf(() => swap(onlyPushUps, { to: pushUp })).code).toBe('SWAP_NOT_POSSIBLE')
  })
})

describe('withSwap', () => {
  const paces = new Map([[knee.id, { tempo: '3-0-3-0', restSeconds: 45, notes: null }]])
  const toKnee = swap(onlyPushUps, { direction: 'easier' })

  it("puts the other exercise in the same place, with the athlete's own prescription", () => {
    const after = withSwap(onlyPushUps, pushUps, toKnee, paces, noon)
    expect(exerciseOf(after, pushUps)).toMatchObject({
      order: 1,
      exercise: { slug: 'knee-push-up' },
      planned: { sets: [{ reps: 5 }, { reps: 5 }, { reps: 5 }], tempo: '3-0-3-0', restSeconds: 45 },
    })
  })

  it('refuses once a set is logged', () => {
    const logged = logSet(startSession(onlyPushUps, noon), pushUps, { id: idOf.set(500), reps: 5 }, noon)
    expect(refusalOf(() => withSwap(logged, pushUps, toKnee, paces, noon)).code).toBe('SWAP_NOT_POSSIBLE')
  })
})
