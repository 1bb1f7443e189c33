import type { SetTarget } from '@calistheniq/client'
import { amount, count } from '../../ui/format.js'
import type { Skill } from './skill-graph.js'

/** Where the athlete stands in an exercise, in sentences. */
export function standing(skill: Skill): readonly string[] {
  const { working, standard, unilateral } = skill
  const perSide = unilateral ? ' per side' : ''
  return [
    first(skill),
    ...(working ? [`You work with ${setsText(working)}${perSide}${harder(skill)}.`] : []),
    ...(skill.masteredAt === null ? [`It is mastered with ${setsText(standard)}${perSide}, ${sessions(skill)}.`] : []),
    ...(skill.lastTrainedOn === null ? [] : [`Trained last on ${day(skill.lastTrainedOn)}.`]),
  ]
}

function first({ status, masteredAt, counts, progress }: Skill): string {
  switch (status) {
    case 'mastered':
      return masteredAt === null ? 'Mastered.' : `Mastered since ${day(masteredAt.slice(0, 10))}.`
    case 'in_work':
      return `In work, ${percent(progress)} of the way.`
    case 'open':
      return counts
        ? 'Open, and so easy for you that it already counts for what builds on it.'
        : 'Open: you can train it now.'
    case 'locked':
      return 'Locked: something comes before it.'
    default:
      return status satisfies never
  }
}

function sessions({ sessionsMissing, progress }: Skill): string {
  const more = progress > 0 ? ' more' : ''
  return `in ${sessionsMissing}${more} session${sessionsMissing === 1 ? '' : 's'}${sessionsMissing > 1 ? ' in a row' : ''}`
}

/** 0.724 as `72 %`, on one line: not rounded up, since 100 % is mastered. */
export function percent(share: number): string {
  return `${Math.floor(share * 100)}\u00a0%`
}

/** Three sets of 8 as `3 sets of 8 reps`, others one by one: `10, 9, 8 reps`. */
export function setsText(sets: readonly SetTarget[]): string {
  const amounts = sets.map(amount)
  const [one = ''] = amounts
  const unit = sets.every((set) => 'reps' in set && typeof set.reps === 'number') ? ' reps' : ''
  const areAlike = amounts.every((other) => other === one)
  return areAlike ? `${count(sets.length, 'set')} of ${one}${unit}` : `${amounts.join(', ')}${unit}`
}

const modifiers: Readonly<Record<string, string>> = {
  none: '',
  tempo: ', done slower',
  tempo_pause: ', done slower, with a pause',
  reps: ', more than its standard',
}

function harder({ modifier }: Skill): string {
  return modifiers[modifier] ?? `, with ${modifier.replace('load:', '')} kg added`
}

function day(date: string): string {
  const format = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' })
  return format.format(new Date(`${date}T00:00:00Z`))
}
