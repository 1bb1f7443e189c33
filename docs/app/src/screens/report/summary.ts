import type { Output } from '@calistheniq/client'
import type { Days } from '../progress/ranges.js'

type Answers = {
  readonly sessions: Output<'sessions.list'>['data']
  readonly series: Output<'progress.chart'>
  readonly records: Output<'progress.records'>['data']
  readonly exercises: Output<'me.listExercises'>['data']
}

export type Standing = { readonly category: string; readonly from: number | null; readonly to: number | null }

/** What happened between two days, ready to be printed. */
export type Summary = {
  readonly done: Answers['sessions']
  /** Sessions of these days that were done, or can no longer be: what is still ahead does not count. */
  readonly planned: number
  readonly minutes: number
  readonly sets: readonly { readonly category: string; readonly sets: number }[]
  readonly abilities: readonly Standing[]
  readonly levels: readonly Standing[]
  readonly bodyMassKg: Standing | null
  readonly records: Answers['records']
  readonly mastered: readonly string[]
}

/** Puts together what the answers tell about these days. */
export function summaryOf({ from, to }: Days, today: string, answers: Answers): Summary {
  const isWithin = (date: string) => date >= from && date <= to
  const sessions = answers.sessions.filter(({ date }) => isWithin(date))
  const done = sessions.filter(({ status }) => status === 'completed')
  const curves = (metric: string) => answers.series.series.filter((curve) => curve.metric === metric)
  const mastered = answers.exercises.filter(({ masteredAt }) => masteredAt && isWithin(masteredAt.slice(0, 10)))
  const [bodyMassKg = null] = curves('bodyMassKg').map(standingOf)
  return {
    done: done.toReversed(),
    planned: sessions.filter(({ status, date }) => status === 'completed' || date < today).length,
    minutes: sumOf(done.map(({ durationMinutes }) => durationMinutes)),
    sets: curves('hardSets').map(({ of, values }) => ({ category: of.category ?? '', sets: sumOf(values) })),
    abilities: curves('ability').map(standingOf),
    levels: curves('level').map(standingOf),
    bodyMassKg: bodyMassKg?.to === null ? null : bodyMassKg,
    records: answers.records.filter(({ on }) => isWithin(on)),
    mastered: mastered.map(({ exercise }) => exercise.name),
  }
}

type Curve = Answers['series']['series'][number]

/** The first known value and the last. */
function standingOf({ of, values }: Curve): Standing {
  const known = values.filter((value) => value !== null)
  return { category: of.category ?? '', from: known.at(0) ?? null, to: known.at(-1) ?? null }
}

function sumOf(numbers: readonly (number | null)[]): number {
  return numbers.reduce<number>((sum, number) => sum + (number ?? 0), 0)
}
