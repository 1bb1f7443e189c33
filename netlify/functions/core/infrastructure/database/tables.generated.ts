// Rows of the tables as the adapters read them. Generated from the migrated database by npm run db:types; never edited,
// and npm run verify fails when it drifts.

export type ApiKeysRow = {
  readonly id: string
  readonly user_id: string
  readonly name: string
  readonly key_hash: string
  readonly prefix: string
  readonly scopes: readonly string[]
  readonly expires_at: Date | null
  readonly last_used_at: Date | null
  readonly revoked_at: Date | null
  readonly version: number
  readonly created_at: Date
  readonly updated_at: Date
}

export type AuthAccountsRow = {
  readonly id: string
  readonly user_id: string
  readonly account_id: string
  readonly provider_id: string
  readonly password: string | null
  readonly access_token: string | null
  readonly refresh_token: string | null
  readonly id_token: string | null
  readonly access_token_expires_at: Date | null
  readonly refresh_token_expires_at: Date | null
  readonly scope: string | null
  readonly created_at: Date
  readonly updated_at: Date
}

export type AuthJwksRow = {
  readonly id: string
  readonly public_key: string
  readonly private_key: string
  readonly alg: string | null
  readonly crv: string | null
  readonly created_at: Date
  readonly expires_at: Date | null
}

export type AuthRateLimitsRow = {
  readonly id: string
  readonly key: string
  readonly count: number
  readonly last_request: number
}

export type AuthSessionsRow = {
  readonly id: string
  readonly user_id: string
  readonly token: string
  readonly expires_at: Date
  readonly ip_address: string | null
  readonly user_agent: string | null
  readonly created_at: Date
  readonly updated_at: Date
}

export type AuthVerificationsRow = {
  readonly id: string
  readonly identifier: string
  readonly value: string
  readonly expires_at: Date
  readonly created_at: Date
  readonly updated_at: Date
}

export type BodyMassEntriesRow = {
  readonly user_id: string
  readonly measured_on: string
  readonly body_mass_kg: number
  readonly recorded_at: Date
}

export type CheckInsRow = {
  readonly id: string
  readonly user_id: string
  readonly checked_on: string
  readonly sleep: number | null
  readonly fatigue: number | null
  readonly stress: number | null
  readonly soreness: number | null
  readonly resting_heart_rate_bpm: number | null
  readonly hrv_rmssd_ms: number | null
  readonly pain: number | null
  readonly pain_site: string | null
  readonly notes: string | null
  readonly version: number
  readonly created_at: Date
  readonly updated_at: Date
}

export type ConsentsRow = {
  readonly user_id: string
  readonly purpose: string
  readonly given: boolean
  readonly changed_at: Date
  readonly version: number
}

export type DailyWorkoutSummaryRow = {
  readonly id: string
  readonly user_id: string
  readonly workout_date: string
  readonly planned_sessions: number
  readonly completed_sessions: number
  readonly total_exercises: number
  readonly completed_exercises: number
  readonly planned_sets: number
  readonly completed_sets: number
  readonly total_reps: number
  readonly total_hold_seconds: number
  readonly total_duration_minutes: number
  readonly categories: readonly string[]
  readonly is_completed: boolean
  readonly created_at: Date
  readonly updated_at: Date
}

export type DeloadsRow = {
  readonly id: string
  readonly user_id: string
  readonly starts_on: string
  readonly ends_on: string
  readonly triggers: readonly string[]
  readonly rules_version: string
  readonly created_at: Date
}

export type ErasureTombstonesRow = {
  readonly user_id: string
  readonly erased_at: Date
  readonly scope: string
}

export type EventsRow = {
  readonly id: string
  readonly sequence: number
  readonly user_id: string
  readonly type: string
  readonly type_version: number
  readonly subject: string
  readonly occurred_at: Date
  readonly recorded_at: Date
  readonly request_id: string
  readonly key_id: string | null
  readonly payload: unknown
}

export type ExerciseCategoriesRow = {
  readonly id: number
  readonly name: string
  readonly description: string
}

export type ExerciseDecisionsRow = {
  readonly session_exercise_id: string
  readonly user_id: string
  readonly session_id: string
  readonly exercise_id: string
  readonly decided_on: string
  readonly decision: string
  readonly reason: string
  readonly rule_id: string
  readonly rules_version: string
  readonly inputs: unknown
  readonly working_before: unknown
  readonly working_after: unknown
  readonly completion: number
  readonly overridden: boolean
  readonly held_for_review: boolean
}

export type ExerciseEdgesRow = {
  readonly from_exercise_id: string
  readonly to_exercise_id: string
  readonly kind: string
  readonly and_group: number | null
  readonly position: number
}

export type ExerciseSetLogsRow = {
  readonly id: string
  readonly session_exercise_id: string
  readonly user_id: string
  readonly set_number: number
  readonly side: string | null
  readonly planned_reps: number | null
  readonly actual_reps: number | null
  readonly planned_duration_seconds: number | null
  readonly actual_duration_seconds: number | null
  readonly weight_kg: number | null
  readonly rest_seconds: number | null
  readonly perceived_effort: number | null
  readonly pain: number | null
  readonly pain_site: string | null
  readonly notes: string | null
  readonly completed_at: Date
  readonly version: number
  readonly created_at: Date
  readonly updated_at: Date
}

export type ExercisesRow = {
  readonly id: string
  readonly slug: string
  readonly name: string
  readonly level_id: number
  readonly category_id: number
  readonly metric: string
  readonly difficulty: number
  readonly description: string
  readonly cues: readonly string[]
  readonly unilateral: boolean
  readonly body_mass_fraction: number
  readonly body_mass_fraction_source: string
  readonly primary_muscles: readonly string[]
  readonly fit_exercise_category: string
  readonly health_connect_segment: string
  readonly default_sets: unknown
  readonly default_tempo: string
  readonly default_rest_seconds: number
  readonly default_equipment: readonly string[]
  readonly default_notes: string | null
  readonly tags: readonly string[]
  readonly created_at: Date
  readonly updated_at: Date
}

export type GoalsRow = {
  readonly id: string
  readonly user_id: string
  readonly kind: string
  readonly exercise_id: string | null
  readonly target: number | null
  readonly deadline: string | null
  readonly status: string
  readonly set_on: string
  readonly reached_on: string | null
  readonly notes: string | null
  readonly version: number
  readonly created_at: Date
  readonly updated_at: Date
}

export type IdempotencyKeysRow = {
  readonly user_id: string
  readonly key: string
  readonly fingerprint: string
  readonly answer: unknown
  readonly created_at: Date
}

export type LevelTestsRow = {
  readonly id: string
  readonly user_id: string
  readonly category_id: number
  readonly exercise_id: string
  readonly from_level: number
  readonly tested_on: string
  readonly tested_at: Date
  readonly actual_sets: unknown
  readonly rpe_last: number | null
  readonly pain: number
  readonly placement: boolean
  readonly passed: boolean
  readonly rules_version: string
}

export type PersonalRecordsRow = {
  readonly user_id: string
  readonly exercise_id: string
  readonly kind: string
  readonly value: number
  readonly achieved_on: string
  readonly session_id: string
  readonly set_id: string
}

export type RateLimitsRow = {
  readonly bucket: string
  readonly window_start: Date
  readonly used: number
}

export type SecurityLogRow = {
  readonly id: string
  readonly at: Date
  readonly kind: string
  readonly user_id: string | null
  readonly key_id: string | null
  readonly request_id: string
  readonly detail: string | null
  readonly times: number
  readonly period_start: Date | null
}

export type SessionExercisesRow = {
  readonly id: string
  readonly session_id: string
  readonly user_id: string
  readonly exercise_id: string
  readonly exercise_order: number
  readonly planned_sets: unknown
  readonly planned_tempo: string | null
  readonly planned_rest_seconds: number | null
  readonly planned_notes: string | null
  readonly actual_sets: unknown
  readonly actual_tempo: string | null
  readonly actual_rest_seconds: number | null
  readonly actual_notes: string | null
  readonly completed: boolean
  readonly version: number
  readonly created_at: Date
  readonly updated_at: Date
  readonly planned_from: string
  readonly standard_sets: unknown
  readonly standard_difficulty: number | null
}

export type TrainingVersionsRow = {
  readonly user_id: string
  readonly version: number
}

export type UserAbilitiesRow = {
  readonly user_id: string
  readonly category_id: number
  readonly mean: number
  readonly variance: number
  readonly observed_on: string | null
  readonly sessions_count: number
  readonly last_session_on: string | null
}

export type UserCurrentLevelsRow = {
  readonly id: string
  readonly user_id: string
  readonly category_id: number
  readonly current_level: number
  readonly workout_level_id: number
  readonly version: number
  readonly created_at: Date
  readonly updated_at: Date
  readonly source: string
  readonly set_on: string | null
}

export type UserExerciseConfigsRow = {
  readonly id: string
  readonly user_id: string
  readonly exercise_id: string
  readonly current_sets: unknown
  readonly current_tempo: string | null
  readonly current_rest_seconds: number | null
  readonly current_notes: string | null
  readonly is_mastered: boolean
  readonly mastered_at: Date | null
  readonly version: number
  readonly created_at: Date
  readonly updated_at: Date
  readonly over_streak: number
  readonly fail_streak: number
  readonly mastery_count: number
  readonly sessions_count: number
  readonly last_session_on: string | null
  readonly last_decision: string | null
}

export type UsersRow = {
  readonly id: string
  readonly email: string
  readonly name: string | null
  readonly email_verified: boolean
  readonly image: string | null
  readonly time_zone: string
  readonly body_mass_kg: number | null
  readonly equipment: readonly string[]
  readonly units: string
  readonly version: number
  readonly created_at: Date
  readonly updated_at: Date
}

export type WebhookDeliveriesRow = {
  readonly id: string
  readonly user_id: string
  readonly endpoint_id: string
  readonly event_id: string
  readonly event_type: string
  readonly payload: unknown
  readonly attempts: number
  readonly next_attempt_at: Date | null
  readonly claimed_until: Date | null
  readonly last_attempt_at: Date | null
  readonly delivered_at: Date | null
  readonly failed_at: Date | null
  readonly last_status: number | null
  readonly last_error: string | null
  readonly created_at: Date
}

export type WebhookEndpointsRow = {
  readonly id: string
  readonly user_id: string
  readonly url: string
  readonly event_types: readonly string[]
  readonly former_secret_until: Date | null
  readonly disabled_at: Date | null
  readonly version: number
  readonly created_at: Date
  readonly updated_at: Date
  readonly sealed_secret: string
  readonly sealed_former_secret: string | null
}

export type WorkoutLevelsRow = {
  readonly id: number
  readonly name: string
  readonly description: string
  readonly level_order: number
}

export type WorkoutSessionsRow = {
  readonly id: string
  readonly user_id: string
  readonly session_type: string
  readonly session_date: string
  readonly scheduled_time: string | null
  readonly duration_minutes: number | null
  readonly level_id: number | null
  readonly status: string
  readonly started_at: Date | null
  readonly completed_at: Date | null
  readonly notes: string | null
  readonly version: number
  readonly created_at: Date
  readonly updated_at: Date
  readonly rules_version: string | null
}

export type AppSettingsRow = {
  readonly key: string
  readonly value: unknown
  readonly updated_at: Date
}
