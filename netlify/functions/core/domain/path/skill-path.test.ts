import { describe, expect, it } from 'vitest'
import type { LibraryFacts } from '#domain/library/library-facts.js'
import { ruleBook, rulesInForce } from '#domain/rules/rules-in-force.js'
import { deriveTraining } from '#domain/training/derive.js'
import type { LoggedSession } from '#domain/training/training-log.js'
import { inOneGo } from '#domain/values/in-one-go.js'
import { idOf } from '#tests/support/ids.js'
import { exercise, isMasteredIn, libraryWith, sessionOn } from '#tests/support/training-logs.js'
import { skillPath } from './skill-path.js'

const goal = exercise('muscle-up', { prerequisites: [[idOf.exercise('pull-up')], [idOf.exercise('dip')]] })
const library = libraryWith(
  exercise('hang'),
  exercise('row', { prerequisites: [[idOf.exercise('hang')]] }),
  exercise('pull-up', { prerequisites: [[idOf.exercise('row')], [idOf.exercise('hang')]] }),
  exercise('dip'),
  goal,
)

const twice = (slug: string) =>
  ['2026-11-10', '2026-11-12'].map((date) => sessionOn(date, { exercise: slug, actual: [8, 8, 8], targets: [8, 8, 8] }))
const pathAfter = (sessions: LoggedSession[], reckoned: string[] = []) => {
  const state = inOneGo(deriveTraining({ sessions, directives: [] }, library, ruleBook))
  const isMastered = isMasteredIn(state)
  const counts = (one: LibraryFacts) => isMastered(one) || reckoned.includes(one.slug)
  return skillPath(goal, { library, state, owned: [], counts }, rulesInForce)
}
const told = ({ steps }: ReturnType<typeof pathAfter>) =>
  steps.map((step) => `${step.exercise.slug} ${step.mastered ? 'mastered' : step.needed ? 'needed' : 'behind'}`)

describe('skillPath', () => {
  it('lists the prerequisites in the order of the library, each after its own, and the goal last', () => {
    const path = pathAfter([])
    expect(told(path)).toEqual(['hang needed', 'row needed', 'pull-up needed', 'dip needed', 'muscle-up needed'])
    expect(path.next?.slug).toBe('hang')
    expect(path.steps[2]?.prerequisites.map(({ slug }) => slug)).toEqual(['row', 'hang'])
  })

  it('needs nothing that counts as mastered without being it, nor what lies before that', () => {
    const path = pathAfter([], ['pull-up'])
    expect(told(path)).toEqual(['hang behind', 'row behind', 'pull-up behind', 'dip needed', 'muscle-up needed'])
    expect(path.steps[2]).toMatchObject({ counts: true, mastered: false, progress: 0 })
  })

  it('still needs a goal that only counts: an estimate reaches no goal', () => {
    expect(pathAfter([], ['pull-up', 'dip', 'muscle-up']).next?.slug).toBe('muscle-up')
  })

  it('needs nothing that lies before a mastered exercise', () => {
    const path = pathAfter(twice('pull-up'))
    expect(told(path)).toEqual(['hang behind', 'row behind', 'pull-up mastered', 'dip needed', 'muscle-up needed'])
    expect(path.next?.slug).toBe('dip')
  })

  it('has no next step when the goal is mastered', () => {
    expect(pathAfter(twice('muscle-up'))).toMatchObject({ next: null })
  })

  it('gives a progress of 0 to a step that was never trained, and 1 to a mastered one', () => {
    const progressOf = (sessions: LoggedSession[]) => pathAfter(sessions).steps[0]?.progress
    const day = (date: string, amount: number) =>
      sessionOn(date, { exercise: 'hang', actual: [amount, amount, amount], targets: [5, 5, 5] })
    const met = (date: string) => sessionOn(date, { exercise: 'hang', actual: [8, 8, 8], targets: [8, 8, 8] })
    expect(progressOf([])).toBe(0)
    expect(progressOf([day('2026-11-10', 5)])).toBeCloseTo(0.8 / 3)
    expect(progressOf([met('2026-11-10')])).toBeCloseTo(0.9)
    expect(progressOf([met('2026-11-10'), met('2026-11-12')])).toBe(1)
  })
})
