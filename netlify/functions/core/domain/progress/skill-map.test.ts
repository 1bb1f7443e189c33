import { describe, expect, it } from 'vitest'
import type { CoachExercise } from '#domain/coach/coach-exercise.js'
import { nothingKnown, standingIn, type TrainingState } from '#domain/training/training-state.js'
import { abilities, coachView, libraryOfRungs, rung, standing, today } from '#tests/support/coach.js'
import { countByStatus, skillMap } from './skill-map.js'

const easy = rung('easy', 1)
const other = rung('other', 1.5)
const hard = rung('hard', 3, { prerequisites: [[easy.id, other.id]] })
const skill = rung('skill', 4, { slot: 'skill', prerequisites: [[hard.id], [easy.id]] })
const gone = rung('gone', 2, { retired: true })
const library = libraryOfRungs(easy, other, hard, skill, gone)

const masteredAt = '2026-11-20T18:00:00.000Z'
const withMastered = (...done: readonly CoachExercise[]) => {
  const exercises = new Map(done.map(({ id }) => [id, { ...standingIn(nothingKnown, id), masteredAt }]))
  const state: TrainingState = { ...nothingKnown, exercises }
  const known = new Map(done.map(({ id }) => [id, standing({ mastered: true })]))
  return { state, view: coachView({ categories: abilities(0, 0, 0), exercises: known }, library) }
}
const mapOf = ({ state, view }: ReturnType<typeof withMastered>) => skillMap(state, view)
const told = (skills: ReturnType<typeof mapOf>) =>
  skills.map(({ exercise, status, lockedBy }) =>
    [exercise.slug, status, ...lockedBy.map((group) => group.map((one) => one.exercise.slug).join('|'))].join(' '),
  )

describe('skillMap', () => {
  it('locks what requires something, names each group that is missing, and leaves out what left the library', () => {
    expect(told(mapOf(withMastered()))).toEqual([
      'easy open',
      'other open',
      'hard locked easy|other',
      'skill locked hard easy',
    ])
  })

  it('opens with one of a group, and keeps naming the groups that are left', () => {
    expect(told(mapOf(withMastered(other)))).toEqual([
      ...['easy open', 'other mastered', 'hard open', 'skill locked hard easy'],
    ])
  })

  it('has nothing locked, missing or left to do when everything is mastered', () => {
    const skills = mapOf(withMastered(easy, other, hard, skill))
    expect(countByStatus(skills)).toEqual({ locked: 0, open: 0, in_work: 0, mastered: 4 })
    expect(
      skills.filter(({ lockedBy, sessionsMissing, progress }) => lockedBy.length + sessionsMissing + 1 - progress),
    ).toEqual([])
  })

  it('takes what is done surely as met without calling it mastered', () => {
    const skills = skillMap(nothingKnown, coachView({ categories: abilities(5, 5, 5, 0.01) }, library))
    expect(told(skills)).toEqual(['easy open', 'other open', 'hard open', 'skill open'])
    expect(skills.map(({ counts }) => counts)).toEqual([true, true, true, false])
  })

  it('is in work although it is locked, once it was trained or given working sets', () => {
    const exercises = new Map([[hard.id, { ...standingIn(nothingKnown, hard.id), working: [5, 5, 5] }]])
    const [, , worked] = skillMap({ ...nothingKnown, exercises }, withMastered().view)
    expect(worked).toMatchObject({ status: 'in_work', sessionsMissing: 2, lockedBy: [[{}, {}]] })
  })

  it('says what bars, and not that it is locked by it', () => {
    const pain = [{ day: today, site: 'shoulder' as const, pain: 9 }]
    const view = coachView(
      { dislikes: [easy.id], pain },
      libraryOfRungs(easy, rung('ringed', 2, { equipment: [['rings']] })),
    )
    expect(skillMap(nothingKnown, view).map(({ status, bars }) => [status, ...bars])).toEqual([
      ['open', 'pain', 'disliked'],
      ['open', 'equipment', 'pain'],
    ])
  })
})
