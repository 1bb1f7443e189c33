import * as z from 'zod'
import { exerciseIn, type Library } from '#domain/library/library-facts.js'
import { setPrescriptions } from '#domain/library/sets.schema.js'
import { checkRenamed } from '#domain/values/renamed-field.js'
import { LocalDate } from '#domain/values/time.schema.js'
import { query } from '#orchestration/operation.js'
import { accountNotFound } from '#orchestration/refusals.js'
import { exerciseRefOf } from '#orchestration/training/exercise-ref.js'
import { presentDecision } from '#orchestration/training/present-decision.js'
import { findAthleteFacts } from '#queries/athlete-facts.js'
import { listRecommendations, type RecommendationRecord } from '#queries/events.js'
import { listDecisionsOn } from '#queries/exercise-decisions.js'
import { readLibrary } from '#queries/read-library.js'
import { listShown, type ShownRecommendation } from '#queries/shown-recommendations.js'
import type { NextWorkout } from './support/next-workout.schema.js'
import { DayOfRecommendations, decisionsMax, recommendationsMax } from './support/recommendations.schema.js'

const Query = z
  .strictObject({
    date: LocalDate.exactOptional().meta({ description: "The day, in the athlete's zone", example: '2026-11-22' }),
    on: LocalDate.exactOptional().meta({ description: 'Another name of `date`', deprecated: true }),
  })
  .superRefine(checkRenamed({ name: 'date', former: 'on' }, true))

export const getRecommendations = query({
  id: 'workouts.getRecommendations',
  http: { method: 'GET', path: '/me/recommendations', status: 200 },
  summary: 'Get what was recommended and decided on a day',
  description:
    'The next workouts that were shown and that were accepted, the decisions after sessions, and the version of the rules that each ' +
    'rests on.',
  access: { scope: 'progress:read' },
  input: { query: Query },
  output: DayOfRecommendations,
  refusals: ['ACCOUNT_NOT_FOUND'],
  run: async (context, { query }) => {
    const date = query.date ?? query.on ?? ''
    const [athlete, { library }, records, shown, made] = await context.readAll([
      findAthleteFacts({ userId: context.athleteId }),
      readLibrary(),
      listRecommendations({ userId: context.athleteId, on: date, limit: recommendationsMax }),
      listShown({ userId: context.athleteId, date, limit: recommendationsMax }),
      listDecisionsOn({ userId: context.athleteId, on: date, limit: decisionsMax }),
    ])
    const { healthDataConsent } = athlete ?? accountNotFound()
    const decisions = made.toReversed()
    const versions = [...records.map(({ payload }) => payload), ...shown, ...decisions].map(
      ({ rulesVersion }) => rulesVersion,
    )
    return {
      date,
      on: date,
      rulesVersions: [...new Set(versions)].sort(),
      recommended: records.map((record) => presentRecommendation(record, library)),
      shown: shown.map((one) => presentShown(one, healthDataConsent)),
      decisions: decisions.map((decision) => presentDecision(decision, library, context.ruleBook)),
    }
  },
})

function presentShown({ id, shownAt, rulesVersion, answer, tellsOfHealth }: ShownRecommendation, consents: boolean) {
  const mayBeShown = consents || !tellsOfHealth
  return {
    id,
    shownAt: shownAt.toISOString(),
    rulesVersion,
    answer: mayBeShown ? (JSON.parse(answer) as NextWorkout) : null,
  }
}

function presentRecommendation({ sessionId, recordedAt, payload }: RecommendationRecord, library: Library) {
  return {
    sessionId,
    acceptedAt: recordedAt.toISOString(),
    rulesVersion: payload.rulesVersion,
    exercises: payload.exercises.map(({ exerciseId, score, propensity, targets, modifier, rules }) => {
      const facts = exerciseIn(library, exerciseId)
      return {
        exercise: exerciseRefOf(facts),
        sets: setPrescriptions(targets, facts.metric),
        score,
        propensity,
        modifier,
        rules,
      }
    }),
  }
}
