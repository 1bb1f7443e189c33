import * as z from 'zod'
import { Scope } from '#domain/account/principal.js'
import { Purpose } from '#domain/account/purpose.schema.js'
import { Modifier } from '#domain/effort/modifier.schema.js'
import { PerformedSet } from '#domain/effort/set.schema.js'
import { Category, Metric, Slot } from '#domain/library/vocabulary.js'
import { DecisionKind, DecisionReason } from '#domain/progression/decision.schema.js'
import { firstRulesVersion } from '#domain/rules/training-rules.js'
import {
  CheckInId,
  DeliveryId,
  DeloadId,
  ExerciseId,
  ExportId,
  GoalId,
  KeyId,
  LevelTestId,
  PlaceId,
  RoutineId,
  SessionExerciseId,
  SessionId,
  SetId,
  WebhookId,
} from '#domain/values/id.schema.js'
import { DeloadReason, DeloadTrigger, GoalKind } from './vocabulary.js'

const id = z.string()
const date = z.string()
const instant = z.string()
const targets = z.array(z.number())

/**
 * An exercise as it was planned: targets are reps or seconds, one for each set. Plans had no
 * modifiers at first.
 */
export const PlannedExerciseFact = z.object({
  id: SessionExerciseId,
  exerciseId: ExerciseId,
  order: z.number(),
  targets,
  modifier: Modifier.default('none'),
})

/**
 * The standard that a completed exercise is judged by: the library's default sets and difficulty at
 * that time, and the masses that added weight is compared with. At first these were not kept.
 */
const standard = {
  sets: targets,
  difficulty: z.number(),
  bodyMassFraction: z.number().nullable().default(null),
  bodyMassKg: z.number().nullable().default(null),
}
export const StandardFact = z.object({ sessionExerciseId: SessionExerciseId, ...standard })

/** The most in one set that an athlete told in an assessment, and the standard of that day; at first it was not kept. */
export const ToldFact = z.object({
  exerciseId: ExerciseId,
  max: z.number(),
  standard: z.number(),
  difficulty: z.number(),
})

/** What was done in a level test that was passed; at first it was not kept. */
export const TestedFact = z.object({
  exerciseId: ExerciseId,
  metric: Metric,
  slot: Slot,
  /** Reps or seconds, set by set, and the RPE of the last one. */
  sets: targets,
  rpeLast: z.number().nullable(),
  standardSets: targets,
  difficulty: z.number(),
})

/** What a goal asks for. */
export const GoalFact = z.object({
  kind: GoalKind,
  exerciseId: ExerciseId.nullable(),
  target: z.number().nullable(),
})

const goal = { goalId: GoalId, on: date }
const session = { sessionId: SessionId }
const sessionExercise = { sessionId: SessionId, sessionExerciseId: SessionExerciseId, exerciseId: ExerciseId }
const working = z.object({
  ...sessionExercise,
  decision: DecisionKind,
  reason: DecisionReason,
  before: targets,
  after: targets,
  rulesVersion: z.string(),
})

/**
 * Declares both versions of a directive's payload. The first did not name its rules, because there
 * was one version of them; it is read with that one.
 */
function directive<Fields extends z.ZodRawShape>(fields: Fields) {
  const first = z.object(fields)
  return {
    1: first.transform((payload) => ({ ...payload, rulesVersion: firstRulesVersion })),
    2: first.extend({ rulesVersion: z.string() }),
  } as const
}

/**
 * What can happen, by type and version of the payload. A payload never changes its meaning: a new
 * shape is a new version, and old versions stay readable.
 */
export const payloads = {
  'session.planned': {
    1: z.object({
      ...session,
      date,
      time: z.string().nullable(),
      /** Where it is planned; left out at home. */
      placeId: PlaceId.exactOptional(),
      exercises: z.array(PlannedExerciseFact),
    }),
  },
  'session.edited': {
    1: z.object({
      ...session,
      date,
      fields: z.array(z.string()),
      /** When a completed session ended, where that was corrected. */
      completedAt: instant.exactOptional(),
    }),
  },
  'session.rescheduled': {
    1: z.object({ ...session, from: date, to: date, time: z.string().nullable() }),
  },
  'session.started': { 1: z.object(session) },
  'session.skipped': { 1: z.object(session) },
  'session.reopened': { 1: z.object(session) },
  'session.completed': {
    1: z.object({
      ...session,
      date,
      /** When it began, where that is known; at first it was not kept. */
      startedAt: instant.nullable().exactOptional(),
      completedAt: instant,
      durationMinutes: z.number().nullable(),
      rulesVersion: z.string(),
      standards: z.array(StandardFact),
    }),
  },
  'session.deleted': { 1: z.object(session) },
  // an exercise that a completed session lacked comes with the standard that it is judged by
  'sessionExercise.added': {
    1: z.object({ ...session, exercise: PlannedExerciseFact, standard: z.object(standard).nullable().default(null) }),
  },
  'sessionExercise.changed': {
    1: z.object({ ...session, exercise: PlannedExerciseFact, fields: z.array(z.string()) }),
  },
  'sessionExercise.removed': { 1: z.object(sessionExercise) },
  'exercise.completed': { 1: z.object({ ...sessionExercise, completed: z.boolean() }) },
  'set.logged': { 1: z.object({ ...sessionExercise, set: PerformedSet }) },
  'set.corrected': { 1: z.object({ ...sessionExercise, set: PerformedSet }) },
  'set.deleted': { 1: z.object({ ...sessionExercise, setId: SetId }) },
  'workingSets.progressed': { 1: working },
  'workingSets.held': { 1: working },
  'workingSets.regressed': { 1: working },
  'workingSets.setByHand': directive({ exerciseId: ExerciseId, on: date, sets: targets.nullable() }),
  'exerciseConfig.changed': { 1: z.object({ exerciseId: ExerciseId, fields: z.array(z.string()) }) },
  'decision.overridden': directive({ ...sessionExercise, on: date, sets: targets }),
  'observation.confirmed': directive({ ...sessionExercise, on: date }),
  'exercise.mastered': { 1: z.object({ exerciseId: ExerciseId, sessionId: SessionId, on: date, standard: targets }) },
  'level.setByHand': directive({ category: Category, level: z.number(), on: date }),
  'level.assessed': directive({
    category: Category,
    level: z.number(),
    on: date,
    told: z.array(ToldFact).default([]),
  }),
  'level.tested': {
    1: z.object({
      testId: LevelTestId,
      category: Category,
      exerciseId: ExerciseId,
      fromLevel: z.number(),
      passed: z.boolean(),
      placement: z.boolean(),
      on: date,
      rulesVersion: z.string(),
    }),
  },
  'level.achieved': directive({
    category: Category,
    level: z.number(),
    on: date,
    tested: TestedFact.nullable().default(null),
  }),
  'goal.set': directive({ ...goal, goal: GoalFact, deadline: date.nullable() }),
  'goal.changed': directive({ ...goal, goal: GoalFact, deadline: date.nullable() }),
  'goal.dropped': directive(goal),
  'goal.reached': { 1: z.object(goal) },
  'checkIn.recorded': { 1: z.object({ checkInId: CheckInId, on: date }) },
  'checkIn.deleted': { 1: z.object({ checkInId: CheckInId, on: date }) },
  'bodyMass.recorded': { 1: z.object({ on: date, bodyMassKg: z.number() }) },
  'key.created': { 1: z.object({ keyId: KeyId, scopes: z.array(Scope) }) },
  'key.rotated': { 1: z.object({ keyId: KeyId, successorId: KeyId }) },
  'key.revoked': { 1: z.object({ keyId: KeyId }) },
  /** Check-ins, pain, body mass and what tells of them were erased, out of earlier events too. */
  'healthData.erased': { 1: z.object({}) },
  'consent.changed': { 1: z.object({ purpose: Purpose, given: z.boolean() }) },
  'export.begun': { 1: z.object({ exportId: ExportId }) },
  'export.deleted': { 1: z.object({ exportId: ExportId }) },
  'profile.changed': { 1: z.object({ fields: z.array(z.string()) }) },
  'routine.created': { 1: z.object({ routineId: RoutineId }) },
  'routine.changed': { 1: z.object({ routineId: RoutineId, fields: z.array(z.string()) }) },
  'routine.deleted': { 1: z.object({ routineId: RoutineId }) },
  'deload.begun': {
    1: z.object({
      deloadId: DeloadId,
      startsOn: date,
      endsOn: date,
      triggers: z.array(DeloadReason),
      rulesVersion: z.string(),
    }),
  },
  'deload.declined': {
    1: z.object({ startsOn: date, endsOn: date, triggers: z.array(DeloadTrigger), rulesVersion: z.string() }),
  },
  'returnPlan.applied': {
    1: z.object({
      on: date,
      breaks: z.array(z.object({ category: Category, gapDays: z.number(), weeklySetMultipliers: z.array(z.number()) })),
      sessionIds: z.array(id),
      rulesVersion: z.string(),
    }),
  },
  'nextWorkout.recommended': {
    1: z.object({
      on: date,
      rulesVersion: z.string(),
      exercises: z.array(
        z.object({
          exerciseId: ExerciseId,
          score: z.number(),
          propensity: z.number(),
          targets,
          // recommendations had neither of them at first
          modifier: Modifier.default('none'),
          rules: z.array(z.string()).default([]),
        }),
      ),
    }),
  },
  'webhook.registered': { 1: z.object({ webhookId: WebhookId, eventTypes: z.array(z.string()) }) },
  'webhook.changed': { 1: z.object({ webhookId: WebhookId, fields: z.array(z.string()) }) },
  'webhook.secretRotated': { 1: z.object({ webhookId: WebhookId }) },
  'webhook.deleted': { 1: z.object({ webhookId: WebhookId }) },
  'webhook.deliveryReplayed': { 1: z.object({ webhookId: WebhookId, deliveryId: DeliveryId }) },
} as const
