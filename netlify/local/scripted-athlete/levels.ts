import type { LevelEstimateResource } from '#orchestration/levels/support/estimate.schema.js'
import type { LevelTestOfferResource, LevelTestResult } from '#orchestration/levels/support/test.schema.js'
import type { NextWorkout } from '#orchestration/workouts/support/next-workout.schema.js'
import type { Happening } from './ada.js'
import { amountsOf } from './decisions.js'

/** Takes the short self-assessment: the best single sets of benchmark exercises. */
export function assesses(answers: Readonly<Record<string, number>>): Happening {
  return async (ada) => {
    const given = Object.entries(answers).map(([exercise, max]) => ({ exercise, max }))
    const placed = await ada.ask<{ estimates: LevelEstimateResource[] }>('post', '/me/levels/assessment', {
      answers: given,
    })
    ada.say(`The most in one set: ${given.map(({ exercise, max }) => `${exercise} ${max}`).join(', ')}.`, '')
    for (const estimate of placed.estimates) ada.say(`- ${estimateLine(estimate)}`)
    ada.say('')
  }
}

/** Reads what is known about categories by now. */
export function looksUp(...categories: readonly string[]): Happening {
  return async (ada) => {
    for (const category of categories) {
      const estimate = await ada.ask<LevelEstimateResource>('get', `/me/levels/${category}/estimate`)
      const { suggestion } = estimate
      ada.say(`- ${estimateLine(estimate)}${suggestion ? ` ${suggestion.explanation} (\`${suggestion.ruleId}\`)` : ''}`)
    }
  }
}

function estimateLine({ category, level, ability, sessionsCount }: LevelEstimateResource): string {
  const [low = 0, high = 0] = ability.interval90
  const range = `90 % between ${low.toFixed(2)} and ${high.toFixed(2)}`
  return `${category}: level ${level}; ability ${ability.mean.toFixed(2)}, ${range}, after ${sessionsCount} sessions.`
}

/** Reads what to train next, with the term that weighs most in each score. */
export function looksAhead(minutes: number): Happening {
  return async (ada) => {
    const next = await ada.ask<NextWorkout>('get', `/me/next-workout?minutes=${minutes}`)
    ada.say('', `The next workout, of ${minutes} minutes (rules ${next.rulesVersion}):`, '')
    for (const { explanation } of next.rules) ada.say(`- ${explanation}`)
    for (const { exercise, sets, why } of next.exercises) {
      ada.say(`- ${exercise.name} ${amountsOf(sets)}. ${why.map(({ explanation }) => explanation).join(' ')}`)
    }
    for (const { explanation } of next.blocked) ada.say(`- Left out: ${explanation}`)
  }
}

/** Asks whether the test of the next level is open, gate by gate. */
export function asksForTest(category: string): Happening {
  return async (ada) => {
    const offer = await ada.ask<LevelTestOfferResource>('get', `/me/levels/${category}/test`)
    ada.say(`The test of the next level of ${category} is ${offer.eligible ? 'open' : 'not open'}:`, '')
    for (const { gate, passed, explanation } of offer.gates)
      ada.say(`- ${passed ? '✓' : '✗'} \`${gate}\`: ${explanation}`)
    const { testExercise } = offer
    if (testExercise) ada.say(`- It is taken with ${testExercise.exercise.name}, ${amountsOf(testExercise.sets)}.`)
  }
}

/** Takes the test of the next level to be placed, whatever of its own level is not mastered yet. */
export function takesTest(category: string, actual: readonly object[], rpeLast: number): Happening {
  return async (ada) => {
    const test = await ada.ask<LevelTestResult>('post', `/me/levels/${category}/test`, {
      actual,
      rpeLast,
      placement: true,
    })
    const { result, explanation, levelBefore, level, ruleId } = test
    ada.say(
      `Test of ${category}, to be placed: **${result}**, level ${levelBefore} → ${level}. ${explanation} (\`${ruleId}\`)`,
    )
  }
}

/** Tries to take the test of the next level while a gate is closed. */
export function isBarredFromTest(category: string, actual: readonly object[]): Happening {
  return async (ada) => {
    const { code, errors } = await ada.refused('post', `/me/levels/${category}/test`, { actual })
    const why = errors.map(({ detail }) => detail).join(' ')
    ada.say('', `She tries the test of ${category} all the same: refused with \`${code}\`. ${why}`)
  }
}
