/** What is asked of each exercise. */
const exerciseFields = `rowId slug name workoutLevelByLevelId { levelOrder name } exerciseCategoryByCategoryId { name }
  metric difficulty description cues unilateral bodyMassFraction primaryMuscles defaultSets defaultTempo
  defaultRestSeconds defaultEquipment equipmentGroups tags aliases slot ladder createdAt updatedAt`

export const libraryList = `query ($category: String!, $level: Int!) {
  allExercises(
    first: 50
    orderBy: [DIFFICULTY_ASC, SLUG_ASC]
    filter: {
      exerciseCategoryByCategoryId: { name: { equalTo: $category } }
      workoutLevelByLevelId: { levelOrder: { equalTo: $level } }
      retiredAt: { isNull: true }
    }
  ) { nodes { ${exerciseFields} } }
}`

export const exercise = `query ($slug: String!) { exerciseBySlug(slug: $slug) { ${exerciseFields} } }`

export const week = `query ($from: Date!, $to: Date!) {
  allDailyWorkoutSummaries(
    orderBy: WORKOUT_DATE_ASC
    filter: { workoutDate: { greaterThanOrEqualTo: $from, lessThanOrEqualTo: $to } }
  ) {
    nodes {
      workoutDate plannedSessions completedSessions totalExercises completedExercises plannedSets completedSets extraSets
      totalReps totalHoldSeconds totalDurationMinutes effortAu categories setsByCategory isCompleted createdAt updatedAt
    }
  }
  allWorkoutSessions(
    orderBy: SESSION_DATE_ASC
    filter: { sessionDate: { greaterThanOrEqualTo: $from, lessThanOrEqualTo: $to } }
  ) {
    nodes {
      rowId sessionDate status durationMinutes
      sessionExercisesBySessionIdAndUserId(orderBy: EXERCISE_ORDER_ASC) {
        nodes { exerciseByExerciseId { slug name } }
      }
    }
  }
}`

export const session = `query ($id: UUID!) {
  workoutSessionByRowId(rowId: $id) {
    rowId sessionDate scheduledTime durationMinutes status startedAt completedAt notes version createdAt updatedAt
    sessionExercisesBySessionIdAndUserId(orderBy: EXERCISE_ORDER_ASC) {
      nodes {
        rowId exerciseOrder plannedSets completed
        exerciseByExerciseId { slug name }
        exerciseSetLogsBySessionExerciseIdAndUserId(orderBy: [SET_NUMBER_ASC, SIDE_ASC]) {
          nodes {
            rowId setNumber side kind tempo plannedReps actualReps plannedDurationSeconds actualDurationSeconds weightKg
            restSeconds perceivedEffort pain painSite notes version completedAt createdAt updatedAt
          }
        }
      }
    }
  }
}`

export const planSession = `mutation ($athlete: UUID!, $day: Date!) {
  benchPlanSession(input: { athlete: $athlete, day: $day }) { result { sessionId sessionExerciseId } }
}`

export const logSet = `mutation ($input: CreateExerciseSetLogInput!) {
  createExerciseSetLog(input: $input) { exerciseSetLog { rowId completedAt } }
}`

export const completeSession = `mutation ($input: UpdateWorkoutSessionByRowIdInput!) {
  updateWorkoutSessionByRowId(input: $input) { workoutSession { rowId } }
}`
