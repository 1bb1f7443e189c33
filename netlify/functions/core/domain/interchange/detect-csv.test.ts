import { describe, expect, it } from 'vitest'
import { detectCsv } from './detect-csv.js'

describe('detectCsv', () => {
  it.each([
    [
      'Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE',
      'strong-classic',
      ',',
    ],
    [
      'Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Weight Unit,Reps,RPE,Distance,Distance Unit,Seconds,Notes,Workout Notes',
      'strong-units',
      ',',
    ],
    [
      'Date;Workout Name;Exercise Name;Set Order;Weight;Weight Unit;Reps;RPE;Distance;Distance Unit;Seconds;Notes;Workout Notes;Workout Duration',
      'strong-units',
      ';',
    ],
    [
      '\uFEFFWorkout #;Date;Workout Name;Duration (sec);Exercise Name;Set Order;Weight (kg);Reps;RPE;Distance (meters);Seconds;Notes;Workout Notes',
      'strong-numbered',
      ';',
    ],
    ['Workout #;Date;Exercise Name;Set Order;Weight;Weight Unit', 'strong-numbered', ';'],
    [
      '"title","start_time","end_time","description","exercise_title","superset_id","exercise_notes","set_index","set_type","weight_kg","reps","distance_km","duration_seconds","rpe"',
      'hevy',
      ',',
    ],
    [' "Exercise Name" , SET ORDER \r', 'strong-classic', ','],
    ['Datum;Training;Übung', 'unknown', ';'],
    ['', 'unknown', ','],
  ])('recognises the header %s', (header, format, delimiter) => {
    expect(detectCsv(header)).toEqual({ format, delimiter })
  })
})
