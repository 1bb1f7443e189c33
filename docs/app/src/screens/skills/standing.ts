import { fullDay } from '../../ui/format.js'
import { setsInShort } from '../../ui/sets-in-short.js'
import type { Skill } from './skill-graph.js'

/** Where the athlete stands in an exercise, in sentences. */
export function standing(skill: Skill): readonly string[] {
  const { working, standard, unilateral } = skill
  return [
    first(skill),
    ...(working ? [`You work with ${setsInShort(working, unilateral)}${harder(skill)}.`] : []),
    ...(skill.masteredAt === null
      ? [`It is mastered with ${setsInShort(standard, unilateral)}, ${sessions(skill)}.`]
      : []),
    ...(skill.lastTrainedOn === null ? [] : [`Trained last on ${fullDay(skill.lastTrainedOn)}.`]),
  ]
}

function first({ status, masteredAt, counts, progress }: Skill): string {
  switch (status) {
    case 'mastered':
      return masteredAt === null ? 'Mastered.' : `Mastered since ${fullDay(masteredAt.slice(0, 10))}.`
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

const modifiers: Readonly<Record<string, string>> = {
  none: '',
  tempo: ', done slower',
  tempo_pause: ', done slower, with a pause',
  reps: ', more than its standard',
}

function harder({ modifier }: Skill): string {
  return modifiers[modifier] ?? `, with ${modifier.replace('load:', '')} kg added`
}
