import type { ExerciseSlug } from '#domain/library/vocabulary.js'
import { counted } from '#domain/values/in-words.js'
import type { RungRule } from '../rung-rule.js'
import { type CoachReason, reasonOf } from './coach-reason.js'
import { aboutPercent, listed, siteInWords } from './coach-words.js'

/** Returns the name of an exercise. */
export type NameOf = (slug: ExerciseSlug) => string

/** Explains why an exercise was chosen for its slot. */
export function explainRung(rule: RungRule, nameOf: NameOf): CoachReason {
  return reasonOf(rule, sentence(rule, nameOf))
}

const kept = {
  still_growing: 'it still gets better',
  nothing_harder: 'nothing harder fits yet',
  no_variant: 'it has not moved for a while, and there is no variant of it to change to',
} as const

function sentence(rule: RungRule, nameOf: NameOf): string {
  switch (rule.id) {
    case 'rung.easiest':
      return 'The easiest exercise that there is for this: nothing surely fits yet.'
    case 'rung.eased_for_pain':
      return `Easier than ${nameOf(rule.below)}, because your ${listed(rule.sites.map(({ site }) => siteInWords(site)))} hurt lately.`
    case 'rung.down_after_failures':
      return `Instead of ${nameOf(rule.from)}, which failed ${daysAgo(rule.daysAgo)}.`
    case 'rung.goal_path':
      return `On the way to your goal ${nameOf(rule.goal)}, and you can begin with it (chance ${aboutPercent(rule.chance)}).`
    case 'rung.keep':
      return `You go on with it: ${kept[rule.because]}.`
    case 'rung.next':
      return rule.mastered
        ? `The next one after ${nameOf(rule.from)}, which you have mastered.`
        : `The next one after ${nameOf(rule.from)}: you would do its standard with a chance of ${aboutPercent(rule.chance)}.`
    case 'rung.variant_after_stall':
      return `A change from ${nameOf(rule.from)}, which has not moved for ${counted(rule.sessionsWithoutGain, 'session')}.`
    case 'rung.hardest_that_fits':
      return `The hardest one that you can surely begin with (chance ${aboutPercent(rule.chance)}).`
    default:
      return rule satisfies never
  }
}

function daysAgo(days: number): string {
  return days === 0 ? 'today' : `${counted(days, 'day')} ago`
}
