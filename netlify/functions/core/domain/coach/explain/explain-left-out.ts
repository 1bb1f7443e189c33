import { counted } from '#domain/values/in-words.js'
import type { LeftOut } from '../recommendation.js'
import { type CoachReason, reasonOf } from './coach-reason.js'
import { levels, listed, siteInWords, slotInWords } from './coach-words.js'

/** Explains why a slot, or a ladder of skills, is not part of a session. */
export function explainLeftOut({ key, rule }: LeftOut): CoachReason {
  return reasonOf(rule, sentence(slotInWords(key), rule))
}

const needsRest = {
  deload: 'an easier week has no skills',
  amber: 'your readiness is middling today',
  trained_yesterday: 'you trained yesterday, and skills need fresh joints',
} as const

function sentence(slot: string, rule: LeftOut['rule']): string {
  switch (rule.id) {
    case 'slot.nothing_fits':
      return rule.sites.length > 0
        ? `No ${slot}: what there is of it would load your ${listed(rule.sites.map(siteInWords))}.`
        : `No ${slot}: nothing of it can be done with what is at hand.`
    case 'slot.no_vertical_pull':
      return 'No vertical pull: there is nothing at hand to hang from and pull up on.'
    case 'slot.weekly_cap':
      return `No ${slot}: ${counted(rule.done, 'hard set')} in 7 days is as much as is good (${rule.threshold}).`
    case 'slot.too_far_below':
      return `No ${slot}: what can be done of it is far too easy (level ${levels(rule.difficulty)} for your ${levels(rule.ability)}); ${slotInWords(rule.sibling)} does more.`
    case 'slot.recovering':
      return `No ${slot}: the same muscles did ${counted(rule.setsYesterday, 'hard set')} yesterday.`
    case 'slot.other_half':
      return `No ${slot}: today is for the ${rule.half} half of the body.`
    case 'slot.no_time':
      return `No ${slot}: ${rule.minutes} minutes are not enough for it.`
    case 'skill.needs_minutes':
      return `No ${slot}: skills need sessions of ${rule.threshold} minutes or more.`
    case 'skill.needs_level':
      return `No ${slot} yet: it comes from level ${rule.threshold}, and you are at ${rule.level}.`
    case 'skill.needs_rest':
      return `No ${slot}: ${needsRest[rule.because]}.`
    case 'skill.other_ladder':
      return `No ${slot} today: another skill has its turn; from ${rule.threshold} minutes there is time for two.`
    default:
      return rule satisfies never
  }
}
