import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { coachView, today } from '#tests/support/coach.js'
import { anyRequest, anyView } from '#tests/support/coach-arbitraries.js'
import type { CoachAthlete } from '../coach-athlete.js'
import type { CoachView } from '../coach-view.js'
import type { Recommendation, SessionRequest } from '../recommendation.js'
import { recommendSession } from '../session/recommend-session.js'
import { explainRecommended } from './explain-day.js'
import { explainEasierWeek } from './explain-week.js'

const due = { begun: false, triggers: ['scheduled'] } as const

/** What an athlete reads above a session: why it is so, and why the week is easier. */
function sentencesOf(view: CoachView, answer: Recommendation): string[] {
  const easier = view.athlete.deload ? [explainEasierWeek(due)] : []
  return [...explainRecommended(answer).map(({ explanation }) => explanation), ...easier]
}

/** Holds for whatever is said to any athlete. */
const always = (check: (said: readonly string[], kind: Recommendation['kind'], request: SessionRequest) => void) =>
  fc.assert(
    fc.property(anyView, anyRequest, (view, request) => {
      const answer = recommendSession(view, request)
      check(sentencesOf(view, answer), answer.kind, request)
    }),
    { numRuns: 200 },
  )

/** What a sentence can be about; no two of a day are about the same. */
const facts = {
  day: /^A day to train|^You trained on|^You trained the whole body|^This would be a day of rest|^A session is planned|^You have trained/,
  recovery: /move a little/,
  'what an easier week changes': /^This is an easier week/,
  'why a week is easier': /^The easier week is due|^You have begun the easier week/,
  'the way back': /^You are on your way back|^You come back/,
  readiness: /^Your readiness/,
}

describe('what is said of a day, to anybody', () => {
  it('never says two sentences about one fact', () =>
    always((said) => {
      expect(new Set(said).size).toBe(said.length)
      for (const fact of Object.values(facts)) {
        expect(said.filter((sentence) => fact.test(sentence)).length, said.join(' ')).toBeLessThanOrEqual(1)
      }
    }))

  it('says nothing of training or of sets on a day of recovery', () =>
    always((said, kind) => {
      if (kind !== 'recovery') return
      expect(said.join(' ')).not.toMatch(/A day to train|usual sets|were taken off/)
      expect(said.join(' ')).toMatch(facts.recovery)
    }))
})

const saidTo = (athlete: Partial<CoachAthlete>, force = false) => {
  const view = coachView({ trained: [], ...athlete })
  return sentencesOf(view, recommendSession(view, { minutes: 45, force }))
}

it('a red day begins with what it is for', () => {
  expect(saidTo({ band: 'red' })).toEqual([
    'Your readiness is low today: move a little and easily, and train another day.',
  ])
})

it('a red day says that it was asked for, where it was', () => {
  const [first, second] = saidTo({ band: 'red', daysPerWeek: 3, trained: [today - 1] }, true)
  expect([first, second]).toEqual([
    'This would be a day of rest; you asked for a session.',
    'Your readiness is low today: move a little and easily, and train another day.',
  ])
})

it('an easier week says once what it changes, and once why it is', () => {
  expect(saidTo({ deload: true }).filter((sentence) => sentence.includes('easier week'))).toEqual([
    'This is an easier week: 50 % of the usual sets, none above RPE 7.',
    'The easier week is due because you have trained for six weeks without one. You can decline it.',
  ])
})

it('a whole session after a month says why it is no first easy one', () => {
  expect(saidTo({ monthlyReturns: 3 })).toContain(
    'You come back about once a month; so this is a whole session and not a first easy one again.',
  )
})
