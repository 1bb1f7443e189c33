import type { Category, PainSite } from '#domain/library/vocabulary.js'
import { ratioNote } from '#domain/load/explain-load.js'
import { sessionSpike } from '#domain/load/session-spike.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'
import { oneDecimal } from '#domain/values/in-words.js'
import type { Reason } from '#domain/values/reason.js'
import { mean, median, sampleDeviation } from '#domain/values/statistics.js'
import type { FlagCode, FlagFacts } from './warning-flag.js'

/** The caution that goes with all warnings. */
export const warningNote = 'A warning for your attention, never a diagnosis.'

/** What a warning is about, named for a sentence. */
export type FlagSubject = {
  readonly category: Category | null
  readonly exerciseName: string | null
  readonly painSite: PainSite | null
}

type Explain = (facts: FlagFacts, subject: FlagSubject, rules: TrainingRules) => Omit<Reason, 'ruleId'>

/** Explains a warning: what it looked at, the numbers of its rule, and a sentence. */
export function explainFlag(code: FlagCode, facts: FlagFacts, subject: FlagSubject, rules: TrainingRules): Reason {
  return { ruleId: `warning.${code.toLowerCase()}`, ...explanations[code](facts, subject, rules) }
}

const painHigh: Explain = ({ pain7Days }, { painSite }, { flags }) => {
  const painMax7Days = Math.max(...known(pain7Days))
  return {
    inputs: { painMax7Days },
    thresholds: { painHighAbove: flags.painHighAbove },
    explanation: `Pain of ${painMax7Days} out of 10${placed(painSite)} was noted in the last ${flags.painDays} days: leave out what hurts, and seek advice if it lasts.`,
  }
}

const painPersistent: Explain = ({ painLast3SameSite }, { painSite }, { flags }) => {
  const { painMin, sessions, timesMin } = flags.painPersistent
  const pains = known(painLast3SameSite).filter((pain) => pain >= painMin)
  return {
    inputs: { times: pains.length, painMax: Math.max(...pains) },
    thresholds: { painMin, sessions, timesMin },
    explanation: `The same pain${placed(painSite)} came back in ${pains.length} of your last ${sessions} sessions: leave out what hurts, and seek advice if it lasts.`,
  }
}

const spike: Explain = ({ sessionLoad, prior30Days, priorLast3 }, { category }, rules) => {
  const { noneMax, smallMax, moderateMax } = rules.load.spike
  const loads = { load: known(sessionLoad), prior30Days: known(prior30Days), priorLast3: priorLast3 ?? [] }
  const { ratio: maybeRatio, basis } = sessionSpike(loads, rules)
  const ratio = known(maybeRatio)
  const before = basis === 'older' ? 'your last three before it' : 'the 30 days before it'
  return {
    inputs: { sessionLoad, reference: loads.load / ratio, ratio },
    thresholds: { noneMax, smallMax, moderateMax },
    explanation: `A ${category} session was ${Math.round(100 * (ratio - 1))} % above the largest of ${before}; in runners, such jumps went with more injuries.`,
  }
}

const monotony: Explain = ({ monotony: value, weekTotal, own4WeekMean }, _, { flags }) => ({
  inputs: { monotony: value, weekTotal, own4WeekMean },
  thresholds: { monotonyMin: flags.monotonyMin },
  explanation: `The days of your last week were much alike (monotony ${oneDecimal(value)}): let hard and easy days take turns.`,
})

const strain: Explain = ({ strain: value, strainHistory }, _, { flags }) => {
  const { deviations, weeksMin } = flags.strain
  const history = known(strainHistory)
  return {
    inputs: { strain: value, ownMean: mean(history), ownDeviation: sampleDeviation(history), weeks: history.length },
    thresholds: { deviations, weeksMin },
    explanation: `The strain of your last week (${oneDecimal(value)}) is far above your own usual (${oneDecimal(mean(history))}).`,
  }
}

const loadRatio: Explain = ({ ewmaRatio }, _, { flags }) => ({
  inputs: { ewmaRatio },
  thresholds: { loadRatioAbove: flags.loadRatioAbove },
  explanation: `Your load of late is ${oneDecimal(ewmaRatio)} times that of the last four weeks. ${ratioNote}`,
})

const pushPull: Explain = ({ pushSets28Days, pullSets28Days }, _, { flags }) => {
  const { days, ratioMax, setsMin } = flags.pushPull
  const [push, pull] = [known(pushSets28Days), known(pullSets28Days)]
  return {
    inputs: { pushSets28Days, pullSets28Days, ratio: pull === 0 ? null : push / pull },
    thresholds: { ratioMax, setsMin },
    explanation: `In ${days} days you did ${push} push and ${pull} pull sets: more of the smaller would balance them.`,
  }
}

const asymmetry: Explain = ({ leftRight }, { exerciseName }, { flags }) => {
  const { pairs, percentMin, repsMin, secondsMin } = flags.asymmetry
  const [left, right] = known(leftRight?.at(-1))
  const weaker = left < right ? 'left' : 'right'
  return {
    inputs: { left, right, differencePercent: (100 * Math.abs(left - right)) / Math.max(left, right) },
    thresholds: { pairs, percentMin, repsMin, secondsMin },
    explanation: `In ${exerciseName} the ${weaker} side was weaker ${pairs} times in a row, last ${left} left and ${right} right: begin with that side.`,
  }
}

const performanceDrop: Explain = ({ performanceZ }, { category }, { flags }) => {
  const { residualMax, sessions } = flags.performanceDrop
  const [before = null, last = null] = known(performanceZ).slice(-2)
  return {
    inputs: { residualBefore: before, residualLast: last },
    thresholds: { residualMax, sessions },
    explanation: `Your last ${sessions} ${category} sessions were clearly below what was to be expected: sleep, food and rest come first.`,
  }
}

const rpeDrift: Explain = ({ rpeSameWork }, { exerciseName }, { flags }) => {
  const { riseMin, sessionsBefore } = flags.rpeDrift
  const rpes = known(rpeSameWork)
  const rpeUsual = median(rpes.slice(-sessionsBefore - 1, -1))
  const rpeLast = known(rpes.at(-1))
  return {
    inputs: { rpeLast, rpeUsual },
    thresholds: { riseMin, sessionsBefore },
    explanation: `The same work in ${exerciseName} felt like RPE ${rpeLast}, and like ${rpeUsual} before.`,
  }
}

const volumeHigh: Explain = ({ categorySets7Days, categorySetsUsual }, { category }, { flags }) => {
  const { setsMax, riseFactor, riseSetsMin } = known(flags.volume)
  const done = `${category} had ${known(categorySets7Days)} hard sets in 7 days`
  return {
    inputs: { categorySets7Days, categorySetsUsual },
    thresholds: { setsMax, riseFactor, riseSetsMin },
    explanation:
      known(categorySets7Days) > setsMax
        ? `${done}, more than ${setsMax}: fewer sets would leave you room to recover.`
        : `${done}, and about ${Math.round(known(categorySetsUsual))} a week before: add sets more slowly.`,
  }
}

const explanations: Readonly<Record<FlagCode, Explain>> = {
  PAIN_HIGH: painHigh,
  PAIN_PERSISTENT: painPersistent,
  SESSION_SPIKE: spike,
  MONOTONY: monotony,
  STRAIN: strain,
  LOAD_RATIO: loadRatio,
  PUSH_PULL_BALANCE: pushPull,
  ASYMMETRY: asymmetry,
  PERFORMANCE_DROP: performanceDrop,
  RPE_DRIFT: rpeDrift,
  VOLUME_HIGH: volumeHigh,
}

function placed(painSite: PainSite | null): string {
  return painSite === null ? '' : ` (${painSite})`
}

/** Returns a fact that a warning rests on; fails without it, as no rule raises a warning then. */
function known<Fact>(fact: Fact | null | undefined): Fact {
  if (fact === null || fact === undefined) throw new Error('a warning lacks the facts it rests on')
  return fact
}
