import { describe, expect, it } from 'vitest'
import { coachIdOf } from '#local/vectors/coach-library.js'
import { coachView, standing } from '#tests/support/coach.js'
import { recommendSession } from '../session/recommend-session.js'
import { asIfDone } from './as-if-done.js'

const view = coachView({ equipment: ['pull-up-bar'], trained: [97] })
const session = recommendSession(view, { minutes: 45, force: false })
const done = asIfDone(session, view)

describe('asIfDone', () => {
  it('adds the day to those that were trained', () => {
    expect(done.trained).toEqual([97, 100])
  })

  it('counts every set as hard, and keeps the exercise for its slot', () => {
    expect(done.hardSets).toEqual(session.items.map(({ key, sets }) => ({ day: 100, key, sets: sets.length })))
    expect([...done.anchors]).toEqual(session.items.map(({ key, exercise }) => [key, exercise.id]))
    expect([...done.exercises.values()].map(({ lastOn }) => lastOn)).toEqual(session.items.map(() => 100))
  })

  it('keeps what was known of other exercises and slots', () => {
    const lever = coachIdOf('tuck-front-lever')
    const before = coachView({
      hardSets: [{ day: 98, key: 'core', sets: 3 }],
      anchors: new Map([['skill:front-lever', lever]]),
      exercises: new Map([[lever, standing({ lastOn: 90 })]]),
    })
    const after = asIfDone(session, before)
    expect(after.hardSets[0]).toEqual({ day: 98, key: 'core', sets: 3 })
    expect(after.anchors.get('skill:front-lever')).toBe(lever)
    expect(after.exercises.get(lever)?.lastOn).toBe(90)
  })

  it('changes nothing that was estimated', () => {
    expect(done.categories).toBe(view.athlete.categories)
    expect(done.slots).toBe(view.athlete.slots)
  })

  it('changes nothing after a day without a session', () => {
    const rest = recommendSession(coachView({ trained: [99] }), { minutes: 45, force: false })
    expect(asIfDone(rest, view)).toBe(view.athlete)
  })
})
