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

type Kept = Extract<RungRule, { id: 'rung.keep' }>

/** Says how it went lately, and what the next rung waits for. */
function keptSentence({ because, chance, sessionsWithoutGain, threshold }: Kept): string {
  const lately = sessionsWithoutGain === 0 ? 'the last session' : `${sessionsWithoutGain + 1} sessions ago`
  switch (because) {
    case 'still_growing':
      return `Your best at it was ${lately}. Three sets of its standard are ${aboutPercent(chance)} likely; from ${aboutPercent(threshold)} on there is something harder.`
    case 'nothing_harder':
      return 'You have outgrown its standard, and there is nothing harder yet that you could surely begin with.'
    case 'no_variant':
      return `Your best at it was ${lately}, and there is no variant of it to change to.`
    default:
      return because satisfies never
  }
}

function sentence(rule: RungRule, nameOf: NameOf): string {
  switch (rule.id) {
    case 'rung.easiest':
      return 'The easiest one of its kind, though three sets of its standard are not sure yet.'
    case 'rung.eased_for_pain':
      return `Easier than ${nameOf(rule.below)}, because your ${listed(rule.sites.map(({ site }) => siteInWords(site)))} hurt lately.`
    case 'rung.down_after_failures':
      return `Instead of ${nameOf(rule.from)}, which failed ${daysAgo(rule.daysAgo)}.`
    case 'rung.goal_path':
      return `On the way to your goal ${nameOf(rule.goal)}, and you can begin with it now.`
    case 'rung.keep':
      return keptSentence(rule)
    case 'rung.next':
      return rule.mastered
        ? `The next one after ${nameOf(rule.from)}, which you have mastered.`
        : `The next one after ${nameOf(rule.from)}, whose standard you would surely do in three sets by now.`
    case 'rung.variant_after_stall':
      return `A change from ${nameOf(rule.from)}, which has not moved for ${counted(rule.sessionsWithoutGain, 'session')}.`
    case 'rung.hardest_that_fits':
      return 'The hardest one of its kind that you can surely begin with.'
    default:
      return rule satisfies never
  }
}

function daysAgo(days: number): string {
  return days === 0 ? 'today' : `${counted(days, 'day')} ago`
}
