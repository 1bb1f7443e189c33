import { describe, expect, it } from 'vitest'
import { coachExercise, coachLibrary } from '#local/vectors/coach-library.js'
import { abilities, coachView, libraryOfRungs, rung, standing } from '#tests/support/coach.js'
import type { CoachAthlete } from './coach-athlete.js'
import { inOrderOfDifficulty } from './difficulty-order.js'
import { goalByStep, unlockWay } from './unlock-way.js'

const hang = rung('hang', 1)
const ring = rung('ring-row', 1.5, { equipment: [['rings']] })
const row = rung('row', 2, { prerequisites: [[hang.id]] })
const table = rung('table-row', 2.1, { equipment: [['table']] })
const goal = rung('goal', 4, { prerequisites: [[ring.id, row.id], [hang.id]] })
const closedGoal = rung('closed-goal', 4, { prerequisites: [[ring.id, table.id]] })
const library = libraryOfRungs(hang, ring, row, table, goal, closedGoal)
const weak = { categories: abilities(0, 0, 0) }
const way = (athlete: Partial<CoachAthlete> = {}, to = goal) =>
  unlockWay(to, coachView({ ...weak, ...athlete }, library)).map(({ slug }) => slug)

describe('unlockWay', () => {
  it('takes from each group the easiest that can be done here, each after its own, the goal last', () => {
    expect(way()).toEqual(['hang', 'row', 'goal'])
  })

  it('takes the easier one when it can be done', () => {
    expect(way({ equipment: ['rings'] })).toEqual(['ring-row', 'hang', 'goal'])
  })

  it('takes the easiest of all when none can be done here', () => {
    expect(way({}, closedGoal)).toEqual(['ring-row', 'closed-goal'])
  })

  it('takes nothing that has left the library', () => {
    const left = libraryOfRungs(...library.values(), { ...ring, retired: true })
    const view = coachView({ ...weak, equipment: ['rings'] }, left)
    expect(unlockWay(goal, view).map(({ slug }) => slug)).toEqual(['hang', 'row', 'goal'])
  })

  it('needs nothing of a group of which one counts', () => {
    const exercises = new Map([[ring.id, standing({ mastered: true })]])
    expect(way({ exercises })).toEqual(['hang', 'goal'])
  })

  it('is empty when the goal is mastered', () => {
    const exercises = new Map([[goal.id, standing({ mastered: true })]])
    expect(way({ exercises })).toEqual([])
  })

  it('still has the goal when it is only surely done', () => {
    expect(way({ categories: abilities(6, 6, 6) })).toEqual(['goal'])
  })

  it('to a pull-up from 2.7 has two steps', () => {
    const view = coachView({ categories: abilities(2.7, 2.7, 2.7), equipment: ['pull-up-bar'] })
    expect(unlockWay(coachExercise('pull-up'), view).map(({ slug }) => slug)).toEqual(['negative-pull-up', 'pull-up'])
  })

  it('to any exercise has every step after one that it builds on', () => {
    const view = coachView(weak)
    for (const exercise of coachLibrary().values()) {
      const steps = unlockWay(exercise, view)
      const isAfterOne = (group: readonly string[], index: number) =>
        steps.slice(0, index).some(({ id }) => group.includes(id)) ||
        group.every((id) => !steps.some((step) => step.id === id))
      expect(steps.every(({ prerequisites }, index) => prerequisites.every((group) => isAfterOne(group, index)))).toBe(
        true,
      )
      expect(steps.at(-1)).toBe([...steps].sort(inOrderOfDifficulty).at(-1))
    }
  })
})

describe('goalByStep', () => {
  const goalsOf = (...goals: readonly (typeof goal)[]) =>
    Object.fromEntries(
      [...goalByStep(coachView({ ...weak, goals: goals.map(({ id }) => id) }, library))].map(([id, { slug }]) => [
        id,
        slug,
      ]),
    )

  it('names the goal that a step leads to, the first of several', () => {
    expect(goalsOf(goal, closedGoal)).toEqual({
      hang: 'goal',
      row: 'goal',
      goal: 'goal',
      'ring-row': 'closed-goal',
      'closed-goal': 'closed-goal',
    })
    expect(goalsOf(row, goal)).toMatchObject({ hang: 'row', row: 'row', goal: 'goal' })
  })

  it('is empty without goals', () => {
    expect(goalsOf()).toEqual({})
  })
})
