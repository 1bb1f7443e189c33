import * as z from 'zod'

const amount = (description: string, example: number) => z.number().min(0).max(1e12).meta({ description, example })

/** Sums over sets, as they are answered. */
export const workTotalsFields = {
  sets: amount('Sets', 9),
  reps: amount('Repetitions', 72),
  holdSeconds: amount('Seconds of holds', 60),
  timeUnderTensionSeconds: amount('Seconds under tension, by tempo', 420),
  volumeLoadKgReps: amount('Mass moved times repetitions (kg x reps)', 3456),
  timeLoadKgSeconds: amount(
    'Mass moved times seconds under tension (kg x s): adds repetitions and holds together',
    17280,
  ),
  meanRpe: z.number().min(1).max(10).nullable().meta({ description: 'Mean RPE of the rated sets', example: 8 }),
}
