import { compareCodePoints } from '#domain/values/code-point-order.js'
import type { SlotKey } from '../coach-exercise.js'
import type { CoachView } from '../coach-view.js'
import { categoryAbility, standingOf } from '../estimate.js'
import type { LeftOut, SkillRule, SlotRule } from '../recommendation.js'
import { rungsOf, slotKeyOf } from '../slot-key.js'
import { goalByStep } from '../unlock-way.js'
import { chooseWork } from './choose-work.js'
import { type Draft, withSets } from './draft.js'
import { nothingFits } from './leave-out.js'
import { fitsInto, type SessionTime } from './session-time.js'
import { hardSetsOf, likelyLevel } from './weekly-volume.js'

/** Skills with which a session begins, and those that were wanted and are left out. */
export type ChosenSkills = { readonly draft: Draft; readonly leftOut: readonly LeftOut[] }

/**
 * Chooses the skills of a session: only what the athlete asked for or what lies on the way to a
 * goal, only for who is fresh and strong enough, and one ladder, two in a long session. What was
 * trained least in the last days has its turn.
 */
export function chooseSkills(view: CoachView, time: SessionTime): ChosenSkills {
  return inTurn(wantedSkills(view), view).reduce<ChosenSkills>(
    ({ draft, leftOut }, key) => {
      const { begun, rule } = beginWith(draft, key, view, time)
      return { draft: begun, leftOut: rule === null ? leftOut : [...leftOut, { key, rule }] }
    },
    { draft: [], leftOut: [] },
  )
}

/** Lists the ladders that the athlete wants, or that lead to a goal. */
function wantedSkills(view: CoachView): SlotKey[] {
  const onTheWay = [...goalByStep(view).keys()].flatMap((id) => view.library.get(id) ?? [])
  const keys = [
    ...view.athlete.skills.map((ladder): SlotKey => `skill:${ladder}`),
    ...onTheWay.filter(({ slot }) => slot === 'skill').map(slotKeyOf),
  ]
  return [...new Set(keys)].filter((key) => rungsOf(key, view.library).length > 0)
}

/** Orders ladders by who has waited longest: fewest sets in the last days, then the oldest session. */
function inTurn(keys: readonly SlotKey[], view: CoachView): SlotKey[] {
  const lastOn = (key: SlotKey) =>
    Math.max(
      Number.NEGATIVE_INFINITY,
      ...rungsOf(key, view.library).map((rung) => standingOf(rung, view).lastOn ?? Number.NEGATIVE_INFINITY),
    )
  const waits = (a: SlotKey, b: SlotKey) => (lastOn(a) === lastOn(b) ? 0 : lastOn(a) - lastOn(b))
  return keys.toSorted((a, b) => hardSetsOf(a, view) - hardSetsOf(b, view) || waits(a, b) || compareCodePoints(a, b))
}

type Begun = { readonly begun: Draft; readonly rule: SkillRule | SlotRule | null }

/** Adds a ladder to what a session begins with, or says why it does not. */
function beginWith(draft: Draft, key: SlotKey, view: CoachView, time: SessionTime): Begun {
  const rule = notToday(draft, key, view, time)
  if (rule !== null) return { begun: draft, rule }
  const work = chooseWork(key, view)
  if (work === null) return { begun: draft, rule: nothingFits(key, view) }
  const begun = withSets(draft, work.choice, view.rules.coach.session.skill.sets)
  if (fitsInto(begun, time)) return { begun, rule: null }
  return { begun: draft, rule: { id: 'slot.no_time', minutes: time.minutes } }
}

function notToday(draft: Draft, key: SlotKey, view: CoachView, { minutes }: SessionTime): SkillRule | null {
  const { levelMin, minutesMin, secondLadderMinutes } = view.rules.coach.session.skill
  if (minutes < minutesMin) return { id: 'skill.needs_minutes', minutes, threshold: minutesMin }
  const because = needsRest(view)
  if (because !== null) return { id: 'skill.needs_rest', because }
  const level = levelOf(key, view)
  if (level < levelMin) return { id: 'skill.needs_level', level, threshold: levelMin }
  const ladders = minutes >= secondLadderMinutes ? 2 : 1
  return draft.length < ladders ? null : { id: 'skill.other_ladder', minutes, threshold: secondLadderMinutes }
}

function needsRest({ athlete, day }: CoachView): 'deload' | 'amber' | 'trained_yesterday' | null {
  if (athlete.deload) return 'deload'
  if (athlete.band === 'amber') return 'amber'
  return athlete.trained.includes(day - 1) ? 'trained_yesterday' : null
}

/** Returns the level in the category of a ladder, the lowest where it has rungs in several. */
function levelOf(key: SlotKey, view: CoachView): number {
  return Math.min(...rungsOf(key, view.library).map((rung) => likelyLevel(categoryAbility(rung, view), view)))
}
