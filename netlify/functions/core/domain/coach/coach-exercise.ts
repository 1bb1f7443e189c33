import * as z from 'zod'
import type { LibraryFacts } from '#domain/library/library-facts.js'
import type { ExerciseId } from '#domain/values/id.schema.js'

/** The slots of a workout that are trained for strength, in the order that decides between equal ones. */
export const strengthSlots = ['hpush', 'hpull', 'squat', 'vpull', 'vpush', 'hinge', 'core'] as const
export const StrengthSlot = z.enum(strengthSlots)
export type StrengthSlot = z.output<typeof StrengthSlot>

/** What an exercise is for: a strength slot, a skill, or what is done around them. */
export const Slot = z.enum([...strengthSlots, 'skill', 'power', 'accessory', 'prep'])
export type Slot = z.output<typeof Slot>

/** What is estimated, kept and counted by itself: a slot, or one ladder of skills. */
export type SlotKey = Exclude<Slot, 'skill'> | `skill:${string}`

/** Groups that are required together; any one of a group will do. */
export type Groups<Item> = readonly (readonly Item[])[]

/** What the coach needs to know about an exercise. */
export type CoachExercise = Omit<LibraryFacts, 'prerequisites' | 'equipment'> & {
  readonly slot: Slot
  /** The line inside the slot; its rungs are its exercises by rising difficulty. */
  readonly ladder: string
  /** Whether mass can be added: a backpack, a vest, a belt. */
  readonly loadable: boolean
  readonly restSeconds: number
  /** What must be mastered first. */
  readonly prerequisites: Groups<ExerciseId>
  /** What it takes; a group with `none` is always there. */
  readonly equipment: Groups<string>
}

/** The library by exercise id. */
export type CoachLibrary = ReadonlyMap<ExerciseId, CoachExercise>
