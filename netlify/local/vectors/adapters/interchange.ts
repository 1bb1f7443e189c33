import * as z from 'zod'
import { detectCsv } from '#domain/interchange/detect-csv.js'
import { fitSet } from '#domain/interchange/fit-set.js'
import { icsLine } from '#domain/interchange/ics-line.js'
import { strongDuration } from '#domain/interchange/strong-duration.js'
import { adapter, optional, real, whole } from '../adapter.js'
import { fields, items } from '../shape.js'

export const interchangeAdapters = {
  strong_duration: adapter(z.object({ text: optional(z.string()) }), 'exact', ({ text }) => strongDuration(text)),
  csv_detect: adapter(z.object({ header: z.string() }), items('exact', 'exact'), ({ header }) => {
    const { format, delimiter } = detectCsv(header)
    return [format, delimiter]
  }),
  ics_line: adapter(z.object({ name: z.string(), text: z.string() }), 'exact', ({ name, text }) => icsLine(name, text)),
  fit_set: adapter(
    z.object({ duration_s: optional(real), reps: optional(whole), weight_kg: optional(real) }),
    fields({ duration: 'exact', repetitions: 'exact', weight: 'exact' }),
    ({ duration_s, reps, weight_kg }) => fitSet({ durationSeconds: duration_s, reps, weightKg: weight_kg }),
  ),
}
