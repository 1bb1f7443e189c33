import { describe, expect, it } from 'vitest'
import { rulesInForce } from '#domain/rules/rules-in-force.js'
import { coachAthlete, coachView } from '#tests/support/coach.js'
import type { AdviceInputs } from './advice-inputs.js'
import { advise } from './advise.js'

const { library } = coachView()

function advice(question: Partial<AdviceInputs['question']>) {
  const asked = { date: '1970-04-11', minutes: 60, force: false, categories: null, exercisesPerCategory: null }
  const athlete = coachAthlete({ equipment: ['pull-up-bar'] })
  const inputs = { athlete, easierWeek: null, plannedSessions: [], ownPaces: [], question: { ...asked, ...question } }
  return advise(inputs, library, rulesInForce)
}
const missingOf = (question: Partial<AdviceInputs['question']>) =>
  new Map(advice(question).missing.map(({ key, reason }) => [key, reason.ruleId]))

describe('advise', () => {
  it('says of what is missing whether the athlete asked for other categories, or what else keeps it away', () => {
    expect(missingOf({ categories: ['Push'] }).get('hpull')).toBe('asked.categories')
    const keptAway = [...missingOf({ minutes: 20 }).values()]
    expect(keptAway).not.toEqual([])
    expect(keptAway).not.toContain('asked.categories')
  })

  it('says what was left out because fewer exercises were asked for', () => {
    expect([...missingOf({ exercisesPerCategory: 1 }).values()]).toContain('asked.exercises_per_category')
  })

  it('names what could nearly have come, unless nothing came at all', () => {
    expect(advice({}).nearMisses.length).toBeGreaterThan(0)
    expect(advice({ categories: ['Squat'], exercisesPerCategory: 1 }).nearMisses.length).toBeGreaterThan(0)
  })
})
