import * as z from 'zod'

/** The three movement categories, in the order in which they are shown. */
export const categories = ['Push', 'Pull', 'Squat'] as const
export const Category = z
  .enum(categories)
  .meta({ id: 'Category', description: 'One of the three movement categories', example: 'Push' })
export type Category = z.output<typeof Category>

/** The levels, from Foundation (0) to Expert (5). */
export const levels = [0, 1, 2, 3, 4, 5] as const
export const Level = z
  .literal(levels)
  .meta({ id: 'Level', description: 'A level, from Foundation (0) to Expert (5)', example: 2 })
export type Level = z.output<typeof Level>

/** The names of the levels, by number. seeds/levels.json says the same. */
export const levelNames = [
  'Foundation',
  'Beginner',
  'Novice',
  'Intermediate',
  'Advanced',
  'Expert',
] as const satisfies Record<Level, string>

/**
 * The slots of a workout that are trained for strength, in the order that decides between equal
 * ones: pushing and pulling along the floor and overhead, both sides of the legs, and the trunk.
 */
export const strengthSlots = ['hpush', 'hpull', 'squat', 'vpull', 'vpush', 'hinge', 'core'] as const
export const StrengthSlot = z
  .enum(strengthSlots)
  .meta({ id: 'StrengthSlot', description: 'A slot of a workout that is trained for strength', example: 'hpush' })
export type StrengthSlot = z.output<typeof StrengthSlot>

/** What an exercise is for: a strength slot, a skill, or what is done around them. */
export const slots = [...strengthSlots, 'skill', 'power', 'accessory', 'prep'] as const
export const Slot = z.enum(slots).meta({ id: 'Slot', description: 'What an exercise is for', example: 'hpush' })
export type Slot = z.output<typeof Slot>

/** What a set counts: repetitions, or the seconds of a hold. */
export const metrics = ['reps', 'duration'] as const
export const Metric = z
  .enum(metrics)
  .meta({ id: 'Metric', description: 'What a set counts: repetitions, or the seconds of a hold', example: 'reps' })
export type Metric = z.output<typeof Metric>

export const muscles = [
  'adductors',
  'biceps',
  'calves',
  'chest',
  'core',
  'forearms',
  'front-delts',
  'glutes',
  'hamstrings',
  'hip-flexors',
  'lats',
  'lower-traps',
  'mid-traps',
  'quads',
  'rear-delts',
  'serratus',
  'spinal-erectors',
  'triceps',
  'upper-traps',
] as const
export const Muscle = z.enum(muscles).meta({ id: 'Muscle', description: 'A muscle or a part of one', example: 'lats' })
export type Muscle = z.output<typeof Muscle>

/**
 * The equipment that an exercise may need. An exercise that needs nothing has an empty list, so
 * there is no word for "none".
 */
export const equipment = [
  'anchor',
  'band',
  'bench',
  'box',
  'chair',
  'doorframe',
  'dowel',
  'low-bar',
  'mat',
  'parallel-bars',
  'parallettes',
  'pull-up-bar',
  'rings',
  'sliders',
  'stairs',
  'table',
  'towel',
  'wall',
] as const
export const Equipment = z
  .enum(equipment)
  .meta({ id: 'Equipment', description: 'A thing that an exercise may need', example: 'pull-up-bar' })
export type Equipment = z.output<typeof Equipment>

/** Exercise categories of Garmin's FIT profile that the library maps to. */
export const fitExerciseCategories = [
  'CALF_RAISE',
  'CORE',
  'DEADLIFT',
  'HIP_RAISE',
  'HYPEREXTENSION',
  'LEG_CURL',
  'LEG_RAISE',
  'LUNGE',
  'PLANK',
  'PLYO',
  'PULL_UP',
  'PUSH_UP',
  'ROW',
  'SHOULDER_STABILITY',
  'SQUAT',
  'TRICEPS_EXTENSION',
  'WARM_UP',
] as const
export const FitExerciseCategory = z.enum(fitExerciseCategories).meta({
  id: 'FitExerciseCategory',
  description: "An exercise category of Garmin's FIT profile",
  example: 'PULL_UP',
})
export type FitExerciseCategory = z.output<typeof FitExerciseCategory>

/**
 * Segment types of Android Health Connect, by name, because their numbers differ between Jetpack
 * and the platform. Health Connect knows no push-up, dip or row, so those are `OTHER_WORKOUT`.
 */
export const healthConnectSegments = [
  'BACK_EXTENSION',
  'DEADLIFT',
  'HIP_THRUST',
  'LAT_PULL_DOWN',
  'LEG_CURL',
  'LEG_EXTENSION',
  'LEG_RAISE',
  'LUNGE',
  'OTHER_WORKOUT',
  'PLANK',
  'PULL_UP',
  'SHOULDER_PRESS',
  'SQUAT',
  'STRETCHING',
] as const
export const HealthConnectSegment = z.enum(healthConnectSegments).meta({
  id: 'HealthConnectSegment',
  description: 'A segment type of Android Health Connect, by name',
  example: 'PULL_UP',
})
export type HealthConnectSegment = z.output<typeof HealthConnectSegment>

const kebabCase = /^[a-z0-9]+(?:-[a-z0-9]+)*$/

/** The stable, readable key of an exercise, such as `archer-pull-up`. */
export const ExerciseSlug = z
  .string()
  .max(80)
  .regex(kebabCase, 'must be lower-case words joined by hyphens')
  .brand<'ExerciseSlug'>()
export type ExerciseSlug = z.output<typeof ExerciseSlug>

/**
 * The line of an exercise inside its slot, such as `push-up` or `pistol`: its rungs are its exercises
 * by rising difficulty.
 */
export const Ladder = z.string().max(40).regex(kebabCase, 'must be lower-case words joined by hyphens')
export type Ladder = z.output<typeof Ladder>

/** A word that groups exercises, such as `dip-chain` or `isometric`. */
export const Tag = z.string().max(40).regex(kebabCase, 'must be lower-case words joined by hyphens')
export type Tag = z.output<typeof Tag>

/** The part of the body that hurt. */
export const PainSite = z
  .enum(['wrist', 'elbow', 'shoulder', 'neck', 'upper-back', 'lower-back', 'hip', 'knee', 'ankle', 'other'])
  .meta({ id: 'PainSite', description: 'Where it hurt', example: 'elbow' })
export type PainSite = z.output<typeof PainSite>
