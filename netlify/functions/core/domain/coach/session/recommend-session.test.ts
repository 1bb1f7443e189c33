import { describe, expect, it } from 'vitest'
import { abilities, coachView } from '#tests/support/coach.js'
import { things } from '#tests/support/coach-arbitraries.js'
import type { CoachAthlete } from '../coach-athlete.js'
import type { Recommendation } from '../recommendation.js'
import { groupOfKey } from '../slot-groups.js'
import { recommendSession } from './recommend-session.js'

const recommend = (facts: Partial<CoachAthlete>, minutes = 45, force = false) =>
  recommendSession(coachView(facts), { minutes, force })
const groupsOf = ({ items }: Recommendation) => new Set(items.map(({ key }) => groupOfKey(key)))
const ruleIds = ({ rules }: Recommendation) => rules.map(({ id }) => id)

describe.each([0.5, 2.5, 4.5])('recommendSession at an ability of %d', (strength) => {
  it.each([10, 20, 45, 90])('fits into %d minutes with a push, a pull and legs', (minutes) => {
    const categories = abilities(strength, strength, strength)
    const session = recommend({ categories, equipment: [...things] }, minutes)
    expect(session.seconds).toBeLessThanOrEqual(minutes * 60)
    expect([...groupsOf(session)]).toEqual(expect.arrayContaining(['push', 'pull', 'legs']))
    expect(session.arrangement).toBe(minutes <= 25 ? 'circuit' : 'pairs')
  })
})

describe('a shoulder with a pain of 7', () => {
  const session = recommend({ equipment: [...things], pain: [{ day: 99, site: 'shoulder', pain: 7 }] })

  it('has nothing pressed and nothing hung', () => {
    expect(session.items.map(({ key }) => key)).toEqual(['hpull', 'squat', 'hinge', 'core'])
    const tags = new Set(session.items.flatMap(({ exercise }) => exercise.tags))
    expect(['hang', 'support', 'overhead-load', 'dip-chain'].filter((tag) => tags.has(tag))).toEqual([])
  })

  it('names site and rule', () => {
    expect(session.blocked[0]).toMatchObject({ rule: 'pain.bars', site: 'shoulder', what: { slot: 'hpush' } })
    expect(session.leftOut).toContainEqual({ key: 'hpush', rule: { id: 'slot.nothing_fits', sites: ['shoulder'] } })
  })

  it('takes it easier where it may go on', () => {
    expect(session.items[0]).toMatchObject({ key: 'hpull', rpeCap: 7, rules: [{ id: 'rung.eased_for_pain' }, {}] })
  })
})

describe('the answer of a day', () => {
  it('is recovery when readiness is red, with mobility that nothing hurts', () => {
    const day = recommend({ band: 'red', equipment: ['wall'] })
    expect(day).toMatchObject({ kind: 'recovery', items: [], seconds: null })
    expect(ruleIds(day)).toEqual(['day.train', 'ready.red'])
    expect(day.warmup.length).toBeGreaterThan(1)
  })

  it.each<[string, Partial<CoachAthlete>, string]>([
    ['done_today', { trained: [100] }, 'day.done'],
    ['planned', { planned: [100] }, 'day.planned_session'],
    ['rest', { trained: [95, 97, 99] }, 'day.week_full'],
  ])('is %s for %j', (kind, facts, rule) => {
    const day = recommend(facts)
    expect(day).toMatchObject({ kind, items: [], leftOut: [], warmup: [], seconds: null, arrangement: null })
    expect(ruleIds(day)).toEqual([rule])
  })

  it('tells on a day of rest what pain blocks', () => {
    expect(recommend({ trained: [100], pain: [{ day: 99, site: 'knee', pain: 5 }] }).blocked).not.toEqual([])
  })

  it('is recovery when nothing is left to train', () => {
    const pain = (['shoulder', 'elbow', 'hip'] as const).map((site) => ({ day: 99, site, pain: 8 }))
    const dislikes = [...coachView().library.values()].filter(({ slot }) => slot === 'core').map(({ id }) => id)
    const day = recommend({ pain, dislikes, equipment: [...things] })
    expect(day).toMatchObject({ kind: 'recovery', items: [], seconds: null })
    expect(ruleIds(day)).toEqual(['day.train', 'day.nothing_to_train'])
    expect(day.leftOut).toHaveLength(7)
  })
})

describe('force', () => {
  const restDay = { trained: [99], hardSets: [{ day: 99, key: 'hpush' as const, sets: 3 }] }

  it('gives a session on a day of rest, and trains what has not recovered', () => {
    const session = recommend(restDay, 45, true)
    expect(session.rules[0]).toEqual({ id: 'day.train', daysPerWeek: 3, forced: true })
    expect(groupsOf(session)).toContain('push')
    expect(recommend(restDay).kind).toBe('rest')
  })

  it('changes nothing about what is planned or done, and lifts neither readiness nor pain', () => {
    expect(recommend({ planned: [100] }, 45, true).kind).toBe('planned')
    expect(recommend({ trained: [100] }, 45, true).kind).toBe('done_today')
    expect(recommend({ ...restDay, band: 'red' }, 45, true).kind).toBe('recovery')
    const pain = [{ day: 99, site: 'shoulder' as const, pain: 8 }]
    expect(groupsOf(recommend({ ...restDay, pain }, 45, true))).not.toContain('push')
  })

  it('is no force on a day to train', () => {
    expect(recommend({}, 45, true).rules[0]).toMatchObject({ id: 'day.train', forced: false })
  })
})

describe('what shapes a session', () => {
  const bar = { equipment: ['pull-up-bar', 'rings'] }

  it('is amber readiness: a set less of each, at RPE 8', () => {
    const [calm, usual] = [recommend({ ...bar, band: 'amber' }), recommend(bar)]
    expect(calm.rules.at(-1)).toEqual({ id: 'ready.amber', setsLess: 1, rpeCap: 8, threshold: 75 })
    expect(calm.items.map(({ sets }) => sets.length + 1)).toEqual(usual.items.map(({ sets }) => sets.length))
    expect(new Set(calm.items.map(({ rpeCap }) => rpeCap))).toEqual(new Set([8]))
  })

  it('is a deload: fewer sets, at RPE 7, and nothing made harder', () => {
    const session = recommend({ ...bar, deload: true })
    expect(session.rules.at(-1)).toEqual({ id: 'week.deload', multiplier: 0.5, rpeCap: 7 })
    expect(Math.max(...session.items.map(({ sets }) => sets.length))).toBe(2)
    expect(new Set(session.items.map(({ rpeCap, modifier }) => `${rpeCap} ${modifier}`))).toEqual(new Set(['7 none']))
  })

  it('is the way back from a break', () => {
    expect(recommend({ ...bar, returnMultiplier: 0.7 }).rules.at(-1)).toEqual({ id: 'week.return', multiplier: 0.7 })
    expect(ruleIds(recommend(bar))).toEqual(['day.train'])
  })

  it('is the load of the last sessions', () => {
    const loads = [98, 96, 94].map((day) => ({ day, category: 'Push' as const, timeLoad: 1500 }))
    expect(recommend({ ...bar, loads }).rules.at(-1)).toMatchObject({ id: 'load.spike_guard', category: 'Push' })
  })
})

describe('an item', () => {
  it('says what to leave in reserve, how long to rest, and what it counts for', () => {
    const [first] = recommend({ equipment: ['pull-up-bar', 'rings'] }).items
    expect(first).toMatchObject({ key: 'hpush', slot: 'hpush', reserve: 2, restSeconds: 45, rpeCap: null })
  })

  it('counts a skill for its ladder', () => {
    const [skill] = recommend({ ...{ skills: ['planche'], categories: abilities(4, 4, 4) } }).items
    expect(skill).toMatchObject({ key: 'skill:planche', slot: 'skill' })
  })
})

it('what is left out comes in the order of the slots, skills at the end', () => {
  const { leftOut } = recommend({
    categories: abilities(4.4, 4.5, 5),
    equipment: [...things],
    hardSets: [{ day: 99, key: 'vpush', sets: 2 }],
    pain: [{ day: 99, site: 'hip', pain: 7 }],
    skills: ['planche'],
    deload: true,
  })
  expect(leftOut.map(({ key, rule }) => [key, rule.id])).toEqual([
    ['hpush', 'slot.recovering'],
    ['squat', 'slot.nothing_fits'],
    ['vpush', 'slot.recovering'],
    ['hinge', 'slot.nothing_fits'],
    ['skill:planche', 'skill.needs_rest'],
  ])
})

it('what has no time is left out and says so', () => {
  const { leftOut } = recommend({ categories: abilities(4.4, 4.5, 5), equipment: [...things] }, 10)
  expect(leftOut).toEqual([
    { key: 'vpush', rule: { id: 'slot.no_time', minutes: 10 } },
    { key: 'hinge', rule: { id: 'slot.no_time', minutes: 10 } },
  ])
})
