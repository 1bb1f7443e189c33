import { targetsOf } from '#domain/library/sets.schema.js'
import type { NextWorkout } from '#orchestration/workouts/support/next-workout.schema.js'
import { outcomeOf } from '../scripted-athlete/decisions.js'
import type { Trained } from './train.js'

/** Writes a session as a table: what was planned and why, what was done, and what was decided. */
export function sessionTable(trained: readonly Trained[], advice: NextWorkout): string[] {
  const rows = trained.map((one) => row([nameOf(one), plannedOf(one), doneOf(one), decidedOf(one), whyOf(one, advice)]))
  return ['', '| exercise | planned | done @ RPE | decided | why this |', '|---|---|---|---|---|', ...rows, '']
}

const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`

function nameOf({ item: { exercise, planned } }: Trained): string {
  const harder = harderBy(planned.modifier)
  return harder === '' ? exercise.name : `${exercise.name}, ${harder}`
}

/** Words how a set is done harder than the library describes it; empty when it is not. */
function harderBy(modifier: string): string {
  if (modifier === 'tempo') return 'slower'
  if (modifier === 'tempo_pause') return 'slower, with a pause'
  return modifier.startsWith('load:') ? `+${modifier.slice('load:'.length)} kg` : ''
}

function plannedOf({ item: { planned, exercise } }: Trained): string {
  return `${targetsOf(planned.sets).join(', ')}${unitOf(exercise)}`
}

function doneOf({ performed, item: { exercise } }: Trained): string {
  const amounts = performed.map(({ amount }) => amount).join(', ')
  return `${amounts}${unitOf(exercise)} @ ${performed.map(({ rpe }) => rpe).join(', ')}`
}

function decidedOf({ decision }: Trained): string {
  return decision ? outcomeOf(decision) : ''
}

function whyOf({ item: { exercise } }: Trained, { exercises }: NextWorkout): string {
  const why = exercises.find((one) => one.exercise.id === exercise.id)?.why ?? []
  return why.map(({ explanation }) => explanation).join(' ')
}

const unitOf = ({ metric }: { readonly metric: string }) => (metric === 'reps' ? '' : ' s')
