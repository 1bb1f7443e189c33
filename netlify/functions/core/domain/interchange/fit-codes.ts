import type { FitExerciseCategory } from '#domain/library/vocabulary.js'

/** Global message numbers of Garmin FIT. */
export const fitMessages = { workoutStep: 27, set: 225, exerciseTitle: 264 } as const

/** Field numbers of message `set`. */
export const fitSetFields = {
  duration: 0,
  repetitions: 3,
  weight: 4,
  setType: 5,
  startTime: 6,
  category: 7,
  categorySubtype: 8,
  weightDisplayUnit: 9,
  messageIndex: 10,
  workoutStepIndex: 11,
  timestamp: 254,
} as const

export const fitSetTypes = { rest: 0, active: 1 } as const

/** Field numbers of message `exercise_title`. */
export const fitExerciseTitleFields = { category: 0, exerciseName: 1, workoutStepName: 2 } as const

/**
 * Field numbers of message `workout_step` for strength; a weight there is in hundredths of a
 * kilogram.
 */
export const fitWorkoutStepFields = { exerciseCategory: 10, exerciseName: 11, exerciseWeight: 12 } as const

export const fitSport = { training: 10, subSportStrengthTraining: 20 } as const

/** Numbers of the exercise categories; dips are TRICEPS_EXTENSION. */
export const fitCategoryNumbers = {
  CALF_RAISE: 1,
  CORE: 5,
  DEADLIFT: 8,
  HIP_RAISE: 10,
  HYPEREXTENSION: 13,
  LEG_CURL: 15,
  LEG_RAISE: 16,
  LUNGE: 17,
  PLANK: 19,
  PLYO: 20,
  PULL_UP: 21,
  PUSH_UP: 22,
  ROW: 23,
  SHOULDER_STABILITY: 25,
  SQUAT: 28,
  TRICEPS_EXTENSION: 30,
  WARM_UP: 31,
  UNKNOWN: 65534,
} as const satisfies Record<FitExerciseCategory | 'UNKNOWN', number>

/** Exercise names within category PUSH_UP. */
export const fitPushUpNames = {
  CLAPPING: 7,
  DECLINE: 13,
  DIAMOND: 15,
  HANDSTAND: 25,
  INCLINE: 27,
  KNEELING: 33,
  ONE_ARM: 38,
  RING: 75,
  PUSH_UP: 77,
  PIKE: 84,
  WALL: 90,
} as const

/** Exercise names within category PULL_UP. */
export const fitPullUpNames = {
  TOWEL: 22,
  WIDE_GRIP: 26,
  JUMPING: 30,
  L_PULL_UP: 34,
  PULL_UP: 38,
  CHIN_UP: 39,
  BAND_ASSISTED: 42,
  NEUTRAL_GRIP: 43,
} as const
