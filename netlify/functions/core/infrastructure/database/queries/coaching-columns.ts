import * as z from 'zod'
import { SkillLadder } from '#domain/athlete/coaching.schema.js'
import { Place } from '#domain/athlete/place.schema.js'
import type { Profile } from '#domain/athlete/profile.schema.js'
import { sql } from '../statement.js'
import { joinLevelAndCategory, refMembers } from './exercise-columns.js'

/** What the coach reads of a profile besides dislikes and the equipment at home. */
export type Coaching = Pick<Profile, 'daysPerWeek' | 'minutesPerSession' | 'loadKg' | 'skills' | 'places'>

/** Selects what a coach asked `athlete` once. */
export const coachingColumns = sql`
      athlete.days_per_week,
      athlete.minutes_per_session,
      athlete.load_kg::double precision as load_kg,
      athlete.skills,
      athlete.places`

/** The row of `coachingColumns`. */
export const coachingRow = {
  days_per_week: z.number().nullable(),
  minutes_per_session: z.number().nullable(),
  load_kg: z.number().nullable(),
  skills: z.array(SkillLadder),
  places: z.array(Place),
}

export function coachingOf(row: z.output<z.ZodObject<typeof coachingRow>>): Coaching {
  return {
    daysPerWeek: row.days_per_week,
    minutesPerSession: row.minutes_per_session,
    loadKg: row.load_kg,
    skills: row.skills,
    places: row.places,
  }
}

/** Selects the exercises that `athlete` rules out, in their order, as JSON of `refRow`. */
export const dislikedExercises = sql`
      (
        select coalesce(json_agg(${refMembers} order by disliked.place), '[]'::json)
        from unnest(athlete.disliked_exercise_ids) with ordinality as disliked (exercise_id, place)
        join exercises as exercise on exercise.id = disliked.exercise_id
        ${joinLevelAndCategory}
      )`
