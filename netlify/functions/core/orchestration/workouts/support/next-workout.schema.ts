import * as z from 'zod'
import { LeftOutBar } from '#domain/coach/advice/near-misses.js'
import { Arrangement } from '#domain/coach/arrangement.schema.js'
import { DayKind } from '#domain/coach/day-kind.schema.js'
import { WarmUpKind } from '#domain/coach/warm-up-kind.schema.js'
import { ExerciseRef } from '#domain/library/exercise-ref.schema.js'
import { prescriptionFields } from '#domain/library/prescription.schema.js'
import { Category, categories, ExerciseSlug, PainSite, Slot, StrengthSlot, Tag } from '#domain/library/vocabulary.js'
import { PlaceId, SessionId } from '#domain/values/id.schema.js'
import { LocalDate } from '#domain/values/time.schema.js'
import { Explanation, RulesVersion, Share, Thresholds } from '#orchestration/training/reason.schema.js'
import { CoachReason } from './coach-reason.schema.js'
import { Minutes, RecommendedExercise, rpeCap } from './recommended-exercise.schema.js'

const seconds = z.int().min(0).max(86_400)
const setCount = z.number().min(0).max(1000)
const key = z.string().max(60).meta({ description: 'A slot, or `skill:` and a ladder of skills', example: 'vpull' })

const Need = z
  .strictObject({
    category: Category,
    need: Share.meta({ description: 'Share of its weekly sets that it lacks', example: 0.7 }),
    hardSets: z.int().min(0).max(100_000).meta({ description: 'Its hard sets of the last 14 days', example: 9 }),
  })
  .meta({ id: 'CategoryNeed', description: 'How far a category is behind' })

const slots = (description: string) =>
  z
    .array(Slot)
    .max(20)
    .meta({ description, example: ['vpush'] })

const Blocked = z
  .strictObject({
    site: PainSite,
    on: LocalDate.meta({ description: 'The last day on which it hurt noticeably' }),
    pain: z.int().min(0).max(10).meta({ description: 'Worst pain of these days', example: 5 }),
    tags: z
      .array(Tag)
      .max(20)
      .meta({ description: 'Exercises with these tags are not offered', example: ['planche-chain'] }),
    slots: slots('Slots that are left out'),
    easedSlots: slots('Slots that are trained more easily'),
    thresholds: Thresholds.meta({
      description: 'The pain from which each rule holds',
      example: { 'pain.bars': 6, 'pain.eases': 4 },
    }),
    explanation: Explanation,
  })
  .meta({ id: 'BlockedSite', description: 'A site that hurt lately, and what is not offered because of that' })

const LeftOut = z
  .strictObject({
    slug: ExerciseSlug.meta({ description: 'The exercise', example: 'ring-dip' }),
    bar: LeftOutBar.meta({ description: 'The first reason why it does not come', example: 'equipment' }),
  })
  .meta({ id: 'LeftOutExercise', description: 'An exercise a step above that could have come' })

const MissingSlot = z
  .strictObject({ key, reason: CoachReason })
  .meta({ id: 'MissingSlot', description: 'A slot without an exercise, and why' })

export const WarmUpStep = z
  .strictObject({
    kind: WarmUpKind,
    seconds: seconds.nullable().meta({ description: 'How long; null where sets say it', example: 180 }),
    exercise: ExerciseRef.nullable(),
    sets: z
      .array(prescriptionFields.sets.element)
      .max(10)
      .meta({ description: 'The sets; none for anything that warms' }),
    rpeCap,
    explanation: Explanation.meta({ example: 'An easy set of Incline Push-up.' }),
  })
  .meta({ id: 'WarmUpStep', description: 'One thing to do before the first working set' })

export const SlotWeek = z
  .strictObject({
    slot: StrengthSlot,
    hardSets: setCount.meta({ description: 'Hard sets in these seven days', example: 6 }),
    target: setCount.meta({ description: 'What the coach aims at', example: 9 }),
    cap: setCount.meta({ description: 'What it does not exceed', example: 14 }),
    explanation: Explanation,
  })
  .meta({ id: 'SlotWeek', description: 'How much a slot was trained in seven days' })

const Hint = z
  .strictObject({
    item: z.string().max(40).meta({ description: 'What is not at hand', example: 'chair' }),
    slots: z
      .array(StrengthSlot)
      .max(10)
      .meta({ description: 'What it would open or lift', example: ['hpush'] }),
    explanation: Explanation,
  })
  .meta({ id: 'EquipmentHint', description: 'A thing of a household that would help' })

/** The next workout. */
export const NextWorkout = z
  .strictObject({
    date: LocalDate.meta({ description: "The day, in the athlete's zone" }),
    kind: DayKind,
    rules: z.array(CoachReason).max(10).meta({
      description: 'Why the day is what it is, then what shaped the session; empty in a slim answer',
    }),
    plannedSessions: z
      .array(SessionId)
      .max(50)
      .meta({ description: 'The open sessions of the day: nothing is recommended beside them', example: [] }),
    placeId: PlaceId.nullable().meta({
      description: 'Where; null at home, or with equipment that was named',
      example: null,
    }),
    seed: z.string().max(80).meta({
      description: 'Athlete and day. Nothing is drawn any more: the same facts give the same answer',
      example: '0198c0de-7a11-7000-8000-000000000001 2026-11-22',
    }),
    rulesVersion: RulesVersion,
    note: Explanation.meta({ example: 'Stop each set when you could do two more.' }),
    minutes: Minutes.meta({ description: 'Minutes there are', example: 40 }),
    totalMinutes: Minutes.meta({
      description: 'What all of it takes, warm-up included; 0 without exercises',
      example: 38.5,
    }),
    arrangement: Arrangement.nullable().meta({
      description: 'All exercises in turns, or opposites in pairs; null without exercises',
      example: 'pairs',
    }),
    warmUp: z.array(WarmUpStep).max(20).meta({ description: 'What comes first; on a day of recovery all there is' }),
    categories: z.array(Need).max(categories.length).meta({ description: 'The most needed first' }),
    exercises: z.array(RecommendedExercise).max(15).meta({ description: 'In the order in which to do them' }),
    blocked: z.array(Blocked).max(10).meta({ description: 'What is not offered because a site hurt lately' }),
    leftOut: z.array(LeftOut).max(20).meta({ description: 'Some of what could have come, and why it does not' }),
    missing: z
      .array(MissingSlot)
      .max(20)
      .meta({ description: 'Slots without an exercise, and why; empty in a slim answer' }),
    week: z.array(SlotWeek).max(10).meta({ description: 'Hard sets of the last seven days, against their targets' }),
    hints: z.array(Hint).max(10).meta({ description: 'What would help, of what is in most households' }),
    easierWeek: z
      .strictObject({
        begun: z.boolean().meta({
          description: 'It has begun, by hand or with an accepted session; else it is due, and can be declined',
          example: false,
        }),
        triggers: z
          .array(z.string().max(40))
          .max(10)
          .meta({ description: 'Why it is due', example: ['scheduled'] }),
        explanation: Explanation,
      })
      .nullable()
      .meta({ id: 'EasierWeek', description: 'Why this week is easier; null when it is not' }),
  })
  .meta({ id: 'NextWorkout', description: 'What to train next, and why' })
export type NextWorkout = z.output<typeof NextWorkout>
