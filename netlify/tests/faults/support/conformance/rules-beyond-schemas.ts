/**
 * Codes of faults that say more than JSON Schema can: rules between fields, of the calendar, of the
 * library and of training. A request that fits the document may be refused with these, by
 * operation, and with no other.
 */
export const rulesBeyondSchemas: Readonly<Record<string, readonly string[]>> = {
  exercisesList: ['VALUE'],
  goalsChange: ['IN_PAST', 'TOO_BIG'],
  goalsGet: ['OUT_OF_RANGE'],
  goalsList: ['OUT_OF_RANGE'],
  goalsSet: ['EXERCISE_NOT_FOUND', 'IN_PAST', 'NOT_ALLOWED', 'REQUIRED', 'TOO_BIG'],
  keysCreate: ['VALUE'],
  levelsAssess: ['NOT_ASKED', 'REQUIRED'],
  levelsTakeTest: ['METRIC_MISMATCH'],
  meListDays: ['OUT_OF_RANGE', 'VALUE'],
  meListLevels: ['OUT_OF_RANGE'],
  mePatch: ['EXERCISE_NOT_FOUND', 'VALUE'],
  mePatchExercise: ['METRIC_MISMATCH', 'VALUE'],
  mePutExercise: ['METRIC_MISMATCH', 'VALUE'],
  progressChart: ['OUT_OF_RANGE', 'VALUE'],
  progressExerciseHistory: ['OUT_OF_RANGE', 'VALUE'],
  progressHistory: ['NOT_ALLOWED'],
  progressMastery: ['OUT_OF_RANGE'],
  progressSeries: ['OUT_OF_RANGE', 'VALUE'],
  progressionSimulate: ['METRIC_MISMATCH', 'VALUE'],
  recoveryBeginDeload: ['IN_PAST', 'OUT_OF_RANGE'],
  recoveryChangeCheckIn: ['REQUIRED'],
  recoveryGetLoad: ['OUT_OF_RANGE', 'VALUE'],
  recoveryRecordCheckIn: ['DATE_IN_FUTURE', 'REQUIRED'],
  routinesChange: ['EXERCISE_NOT_FOUND', 'METRIC_MISMATCH', 'VALUE'],
  routinesCreate: ['EXERCISE_NOT_FOUND', 'METRIC_MISMATCH', 'VALUE'],
  sessionsAddExercise: ['EXERCISE_NOT_FOUND', 'VALUE', 'METRIC_MISMATCH'],
  sessionsComplete: ['AFTER_END', 'IN_FUTURE', 'OUT_OF_RANGE'],
  sessionsCorrectSet: ['IN_FUTURE', 'METRIC_MISMATCH', 'NOT_UNILATERAL', 'PAIN_MISSING'],
  sessionsCreate: ['EXERCISE_NOT_FOUND', 'VALUE', 'METRIC_MISMATCH'],
  sessionsLogSet: ['EXACTLY_ONE', 'IN_FUTURE', 'METRIC_MISMATCH', 'NOT_UNILATERAL', 'PAIN_MISSING'],
  sessionsLogSets: ['EXACTLY_ONE'],
  sessionsOverrideDecision: ['METRIC_MISMATCH', 'VALUE'],
  sessionsStart: ['AFTER_END', 'IN_FUTURE', 'OUT_OF_RANGE'],
  sessionsUpdateExercise: ['METRIC_MISMATCH', 'OUT_OF_RANGE', 'VALUE'],
  webhooksChange: ['VALUE'],
  webhooksRegister: ['VALUE'],
  workoutsAcceptNext: ['IN_PAST', 'NOT_ALLOWED', 'OUT_OF_RANGE', 'TOO_BIG'],
  workoutsAcceptPlan: ['IN_PAST', 'NOT_ALLOWED', 'OUT_OF_RANGE', 'VALUE'],
  workoutsGetNext: ['IN_PAST', 'NOT_ALLOWED', 'OUT_OF_RANGE', 'TOO_BIG'],
  workoutsGetPlan: ['IN_PAST', 'NOT_ALLOWED', 'OUT_OF_RANGE'],
  workoutsGetRecommendations: ['NOT_ALLOWED', 'REQUIRED'],
}

/** What a DELETE leaves readable, by operation, and why. */
export const leftByDelete: Readonly<Record<string, string>> = {
  goalsDrop: 'a goal stays in the history, as dropped',
  meDeleteExercise: 'the defaults of the library come back',
}
