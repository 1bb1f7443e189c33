import { describe, expect, it } from 'vitest'
import { ruleBook, rulesInForce } from '#domain/rules/rules-in-force.js'
import { deriveTraining } from '#domain/training/derive.js'
import type { Directive, TrainingLog } from '#domain/training/training-log.js'
import { inOneGo } from '#domain/values/in-one-go.js'
import { idOf } from '#tests/support/ids.js'
import { exercise, libraryWith, sessionOn } from '#tests/support/training-logs.js'
import { recommendWorkout } from './recommend-workout.js'
import { trainedDays } from './trained-days.js'
import type { WorkoutRequest } from './workout.js'

const easy = { level: 0, difficulty: 0.4, tags: ['bent-arm'] }
const library = libraryWith(
  exercise('wall-push-up', easy),
  exercise('knee-push-up', { ...easy, difficulty: 0.5 }),
  exercise('push-up', { level: 1, difficulty: 1.2, prerequisites: [[idOf.exercise('knee-push-up')]] }),
  exercise('ring-push-up', { ...easy, difficulty: 0.6, equipment: [['rings']] }),
  exercise('planche', { level: 5, difficulty: 5.2 }),
  exercise('row', { ...easy, category: 'Pull' }),
  exercise('hang', { ...easy, category: 'Pull', metric: 'duration', defaults: [30, 30], tempo: 'hold' }),
  exercise('pike', { ...easy, category: 'Pull', tags: ['handstand-chain'] }),
  exercise('squat', { ...easy, category: 'Squat' }),
)
const paces = new Map([...library.values()].map(({ id, tempo }) => [id, { tempo, restSeconds: 90, notes: null }]))
const all: WorkoutRequest = {
  minutes: 60,
  equipment: [],
  categories: ['Push', 'Pull', 'Squat'],
  exercisesPerCategory: 2,
}

function recommend(
  request: Partial<WorkoutRequest> = {},
  trainingLog: Partial<TrainingLog> = {},
  seed = 'ada 2026-11-22',
) {
  const facts = { sessions: [], directives: [], ...trainingLog }
  const state = inOneGo(deriveTraining(facts, library, ruleBook))
  return recommendWorkout(
    { ...all, ...request },
    {
      library,
      trainingLog: facts,
      trainedOn: inOneGo(trainedDays(facts, library)),
      state,
      today: '2026-11-22',
      seed,
      paces,
    },
    rulesInForce,
  )
}
const slugs = ({ exercises }: ReturnType<typeof recommend>) => exercises.map((item) => item.exercise.slug as string)

describe('recommendWorkout', () => {
  const workout = recommend()

  it('alternates between the categories', () => {
    expect(workout.exercises.map((item) => item.exercise.category)).toEqual(['Pull', 'Push', 'Squat', 'Pull', 'Push'])
  })

  it('takes only exercises that are open to the athlete', () => {
    expect(
      slugs(workout)
        .filter((slug) => slug.includes('push'))
        .sort(),
    ).toEqual(['knee-push-up', 'wall-push-up'])
  })

  it('says why an exercise is left out', () => {
    expect(recommend().leftOut).toEqual(
      expect.arrayContaining([
        { slug: 'push-up', bar: 'prerequisites' },
        { slug: 'ring-push-up', bar: 'equipment' },
      ]),
    )
  })

  it('does not mention exercises of levels far above', () => {
    expect(recommend().leftOut.map(({ slug }) => slug)).not.toContain('planche')
  })

  it('takes an exercise once its equipment is there', () => {
    expect(slugs(recommend({ equipment: ['rings'], exercisesPerCategory: 5 }))).toContain('ring-push-up')
  })

  it('ranks the categories by what was trained least', () => {
    const pushed = sessionOn('2026-11-21', { exercise: 'wall-push-up', actual: [5, 5, 5] })
    const { needs } = recommend({}, { sessions: [pushed] })
    expect(needs).toEqual([
      { category: 'Pull', need: 1, hardSets: 0 },
      { category: 'Squat', need: 1, hardSets: 0 },
      { category: 'Push', need: 0, hardSets: 3 },
    ])
  })

  it('gives the same workout for the same seed', () => {
    expect(recommend()).toEqual(recommend())
  })

  it('begins with the same exercises when there is less time', () => {
    const short = slugs(recommend({ minutes: 12 }))
    expect(slugs(recommend()).slice(0, short.length)).toEqual(short)
  })

  it('gives another workout on another day', () => {
    const days = Array.from({ length: 20 }, (_, day) => slugs(recommend({}, {}, `ada ${day}`)).join())
    expect(new Set(days).size).toBeGreaterThan(1)
  })

  it('fits into the minutes, and says what did not fit', () => {
    for (const minutes of [5, 10, 20, 30]) {
      const { exercises, leftOut } = recommend({ minutes })
      expect(exercises.reduce((total, { seconds }) => total + seconds, 0)).toBeLessThanOrEqual(minutes * 60)
      expect(exercises.length).toBeGreaterThan(0)
      expect(leftOut.some(({ bar }) => bar === 'time')).toBe(minutes < 30)
    }
  })

  it('leaves out what loads a site that hurt, and names the site', () => {
    const hurt = sessionOn('2026-11-20', { exercise: 'wall-push-up', actual: [5], pain: 5, painSite: 'wrist' })
    const workout = recommend({ exercisesPerCategory: 5 }, { sessions: [hurt] })
    expect(slugs(workout)).not.toContain('pike')
    expect(workout.leftOut).toContainEqual({ slug: 'pike', bar: 'blocked_tag' })
    expect(workout.blocked.map(({ site }) => site)).toEqual(['wrist'])
  })

  it('takes the same exercise when nothing hurts', () => {
    expect(slugs(recommend({ exercisesPerCategory: 5 }))).toContain('pike')
  })

  it('gives the terms and reasons of each score, which add up to it', () => {
    for (const { score, terms, reasons, propensity } of recommend().exercises) {
      expect(terms.fit + terms.recency + terms.need + terms.regress).toBeCloseTo(score, 10)
      expect(reasons.reduce((total, { contribution }) => total + contribution, 0)).toBeCloseTo(score, 10)
      expect(propensity).toBeGreaterThan(0)
      expect(propensity).toBeLessThanOrEqual(1)
    }
  })

  it('gives the reasons of the first exercise, the weightiest first', () => {
    expect(recommend().exercises[0]?.reasons.map(({ ruleId, term }) => `${ruleId} ${term}`)).toEqual([
      'selection.matches_level fit',
      'selection.not_trained_lately recency',
      'selection.category_behind need',
    ])
  })

  it('plans half the sets in a deload week', () => {
    const deload: Directive = {
      kind: 'deload',
      rulesVersion: rulesInForce.version,
      on: '2026-11-20',
      at: '2026-11-20T08:00:00.000Z',
      startsOn: '2026-11-20',
      endsOn: '2026-11-26',
    }
    for (const { targets, rpeCap, exercise: facts } of recommend({}, { directives: [deload] }).exercises) {
      expect([targets.length, rpeCap]).toEqual([Math.ceil(facts.defaults.length / 2), 7])
    }
  })

  it('recommends nothing when no category is asked for', () => {
    const nothing = recommend({ categories: [] })
    expect(nothing).toMatchObject({ exercises: [], needs: [], leftOut: [] })
  })
})
