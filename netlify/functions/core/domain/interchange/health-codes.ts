import type { HealthConnectSegment } from '#domain/library/vocabulary.js'

/** Session types of Android Health Connect (androidx numbers). */
export const healthConnectSessions = {
  OTHER_WORKOUT: 0,
  CALISTHENICS: 13,
  GYMNASTICS: 34,
  STRENGTH_TRAINING: 70,
  WEIGHTLIFTING: 81,
} as const

/**
 * Numbers of the segment types of Android Health Connect (androidx). The platform's own classes
 * number them differently: exchange names. There is no push-up, dip or row: those are
 * OTHER_WORKOUT, with the exercise in the title.
 */
export const healthConnectSegmentNumbers = {
  UNKNOWN: 0,
  BACK_EXTENSION: 2,
  BURPEE: 9,
  DEADLIFT: 11,
  HIP_THRUST: 25,
  LAT_PULL_DOWN: 31,
  LEG_CURL: 32,
  LEG_EXTENSION: 33,
  LEG_RAISE: 35,
  LUNGE: 36,
  OTHER_WORKOUT: 38,
  PAUSE: 39,
  PLANK: 41,
  PULL_UP: 42,
  REST: 44,
  SHOULDER_PRESS: 48,
  SQUAT: 51,
  STRETCHING: 54,
} as const satisfies Record<HealthConnectSegment | 'UNKNOWN' | 'BURPEE' | 'PAUSE' | 'REST', number>

/**
 * Workout activity types of Apple HealthKit; there is none for calisthenics, and functional
 * strength training comes closest.
 */
export const healthKitWorkouts = {
  crossTraining: 11,
  functionalStrengthTraining: 20,
  gymnastics: 22,
  traditionalStrengthTraining: 50,
  coreTraining: 59,
  highIntensityIntervalTraining: 63,
} as const

/**
 * An observation of the HL7 Physical Activity guide: its LOINC code and UCUM unit (null when the
 * value is a concept).
 */
export type ActivityCode = { readonly loinc: string; readonly unit: string | null }

/**
 * LOINC codes of the HL7 Physical Activity guide (STU 1). There is none for repetitions or the RPE
 * of a set.
 */
export const activityCodes = {
  strengthDaysPerWeek: { loinc: '82291-6', unit: 'd/wk' },
  moderateVigorousDaysPerWeek: { loinc: '89555-7', unit: 'd/wk' },
  moderateVigorousMinutesPerDay: { loinc: '68516-4', unit: 'min/d' },
  moderateVigorousMinutesPerWeek: { loinc: '82290-8', unit: 'min/wk' },
  exerciseActivity: { loinc: '73985-4', unit: null },
  exerciseDuration: { loinc: '55411-3', unit: 'min' },
  moderateMinutes: { loinc: '77592-4', unit: 'min' },
  vigorousMinutes: { loinc: '77593-2', unit: 'min' },
  peakHeartRate: { loinc: '55426-1', unit: '/min' },
  meanHeartRate: { loinc: '55425-3', unit: '/min' },
  activityCalories: { loinc: '55424-6', unit: 'kcal' },
  restingHeartRate: { loinc: '40443-4', unit: '/min' },
  dailySteps: { loinc: '41950-7', unit: '/d' },
  dailyCalories: { loinc: '41979-6', unit: 'kcal/d' },
} as const satisfies Record<string, ActivityCode>

/** Code systems of the same guide. */
export const activityCodeSystems = {
  loinc: 'http://loinc.org',
  ucum: 'http://unitsofmeasure.org',
  observationCategory: 'http://terminology.hl7.org/CodeSystem/observation-category',
  physicalActivity: 'http://hl7.org/fhir/us/physical-activity/CodeSystem/pa-temporary-codes',
} as const
