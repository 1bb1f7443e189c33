import { describe, expect, it } from 'vitest'
import { detectCsv } from './detect-csv.js'

const strong = 'Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE'
const strongNumbered =
  'Workout #;Date;Workout Name;Duration (sec);Exercise Name;Set Order;Weight (kg);Reps;RPE;Distance (meters);Seconds;Notes;Workout Notes'
const hevy =
  '"title","start_time","end_time","description","exercise_title","superset_id","exercise_notes","set_index","set_type","weight_kg","reps","distance_km","duration_seconds","rpe"'
const fitNotes = 'Date,Exercise,Category,Weight,Weight Unit,Reps,Distance,Distance Unit,Time,Comment'
const fitNotesIos = 'Date,Exercise,Category,Weight (kg),Weight (lbs),Reps,Distance,Distance Unit,Time,Notes,Kind'
const strongLifts =
  'Date (yyyy/mm/dd),Workout,Workout Name,Program Name,Body Weight (KG),Exercise,Sets×Reps,Sets×Time,Top Set (Reps×KG),e1RM (KG),Reps,Volume (KG),Workout Volume (KG),Duration (hours),Start Time (h:mm),End Time (h:mm),Notes,Set 1 (Reps),Set 1 (KG),Set 2 (Reps),Set 2 (KG)'
const liftosaur =
  'Workout DateTime,Program,Day Name,Exercise,Is Warmup Set?,Required Reps,Completed Reps,Is AMRAP?,Required RPE,Completed RPE,Log RPE?,Required Weight Value,Required Weight Unit,Completed Weight Value,Completed Weight Unit,Ask Weight?,Completed Reps Time,Target Muscles,Synergist Muscles,Notes'

const headers = {
  'strong-classic': [strong],
  'strong-units': [
    'Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Weight Unit,Reps,RPE,Distance,Distance Unit,Seconds,Notes,Workout Notes',
  ],
  hevy: [
    hevy,
    hevy.replace('weight_kg', 'weight_lbs').replace('distance_km', 'distance_miles').replace('"superset_id",', ''),
  ],
  fitnotes: [
    fitNotes,
    'Date,Exercise,Category,Weight (kgs),Reps,Distance,Distance Unit,Time',
    'Date,Exercise,Category,Weight (lbs),Reps,Distance,Distance Unit,Time,Comment',
  ],
  'fitnotes-ios': [fitNotesIos],
  stronglifts: [strongLifts, strongLifts.replaceAll('(KG)', '(LB)').replace('Body Weight (LB)', 'Body Weight (KG)')],
  liftosaur: [liftosaur],
  unknown: ['Date,Time,Measurement,Value,Unit,Comment', 'Date,Exercise,Comment', ''],
}
const each = Object.entries(headers).flatMap(([format, texts]) => texts.map((header) => ({ format, header })))

describe('detectCsv', () => {
  it.each(each)('knows $format by the header $header', ({ format, header }) => {
    expect(detectCsv(header)).toEqual({ format, delimiter: ',', headerLine: 0 })
  })

  it.each([
    ['strong-units', ';', 'Date;Workout Name;Exercise Name;Set Order;Weight;Weight Unit;Reps;RPE;Workout Duration'],
    ['strong-numbered', ';', strongNumbered],
    ['strong-numbered', ';', 'Workout #;Date;Exercise Name;Set Order;Weight;Weight Unit'],
    ['unknown', ';', 'Datum;Training;Übung'],
    ['hevy', '\t', hevy.replaceAll(',', '\t')],
    ['fitnotes', ';', fitNotes.replaceAll(',', ';')],
  ] as const)('knows %s with %j between its cells', (format, delimiter, header) => {
    expect(detectCsv(header)).toEqual({ format, delimiter, headerLine: 0 })
  })

  it.each([
    ['a byte-order mark', `\uFEFF${strongNumbered}`],
    ['a byte-order mark before a quote', `\uFEFF"${strongNumbered.replaceAll(';', '";"')}"`],
    ['other capitals and spaces', strongNumbered.toUpperCase().replaceAll(';', ' ; ')],
    ['another order of columns', strongNumbered.split(';').reverse().join(';')],
    [
      'commas inside a quoted name',
      strongNumbered.replace('Notes;', '"Notes, words, and, still, more, of, them, too, here, yes, a, b, c";'),
    ],
    ['rows below it', `${strongNumbered}\r\n7;2026-11-03 18:00:00;Rings;2700;Ring Dip;W;0;5;;0;0;"a,b,c";`],
  ])('knows a header with %s', (_, text) => {
    expect(detectCsv(text)).toEqual({ format: 'strong-numbered', delimiter: ';', headerLine: 0 })
  })

  it.each(['sep=;\r\n', 'sep=;\n', '\uFEFFsep=;\r', '"sep=;"\n', 'SEP=,\n'])(
    "takes the line after a spreadsheet's hint %j for the header",
    (hint) => {
      expect(detectCsv(`${hint}${strongNumbered}\n`)).toEqual({
        format: 'strong-numbered',
        delimiter: ';',
        headerLine: 1,
      })
    },
  )
})
