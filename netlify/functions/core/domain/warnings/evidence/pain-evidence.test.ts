import { describe, expect, it } from 'vitest'
import type { PainSite } from '#domain/library/vocabulary.js'
import { rulesInForce } from '#domain/rules/rules-in-force.js'
import type { LoggedSession } from '#domain/training/training-log.js'
import { ago, trained } from '#tests/support/situations.js'
import { sessionOn } from '#tests/support/training-logs.js'
import { painHigh, painPersistent } from './pain-evidence.js'

const hurting = (daysAgo: number, pain: number | null, painSite: PainSite | null = null) =>
  sessionOn(ago(daysAgo), { exercise: 'push-up', actual: [8], pain, painSite })

describe('painHigh', () => {
  const found = (...sessions: LoggedSession[]) => painHigh(trained(...sessions), rulesInForce)

  it('lists the pain of seven days, since the first that was above 5', () => {
    const { facts, since } = found(hurting(7, 9), hurting(6, 2), hurting(5, 5), hurting(4, 6), hurting(3, 7)) ?? {}
    expect(facts).toEqual({ pain7Days: [2, 5, 6, 7] })
    expect(since).toBe(ago(4))
  })

  it('lists it since the first note when none was strong', () => {
    expect(found(hurting(6, 2), hurting(1, 3))?.since).toBe(ago(6))
  })

  it('is about the place of the worst pain, and of the last of several as bad', () => {
    expect(found(hurting(5, 6, 'wrist'), hurting(3, 7, 'elbow'), hurting(1, 6, 'knee'))?.painSite).toBe('elbow')
    expect(found(hurting(5, 7, 'wrist'), hurting(3, 7, 'elbow'), hurting(1, 7))?.painSite).toBe('elbow')
    expect(found(hurting(5, 6, 'wrist'), hurting(3, 7))?.painSite).toBeNull()
  })

  it('is null when no pain was noted', () => {
    expect(found(hurting(1, null))).toBeNull()
  })
})

describe('painPersistent', () => {
  const found = (...sessions: LoggedSession[]) => painPersistent(trained(...sessions), rulesInForce)

  it('lists the worst pain at the site in each of the last three sessions, since the first of 4 or more', () => {
    const worse = sessionOn(
      ago(1),
      { exercise: 'push-up', actual: [8], pain: 2, painSite: 'wrist' },
      { exercise: 'pull-up', actual: [8, 8], pain: 5, painSite: 'wrist' },
    )
    expect(found(hurting(9, 9, 'wrist'), hurting(7, 3, 'wrist'), hurting(5, 4, 'wrist'), worse)).toMatchObject({
      facts: { painLast3SameSite: [3, 4, 5] },
      since: ago(5),
      painSite: 'wrist',
    })
  })

  it('counts pain without a named site as a site of its own', () => {
    expect(found(hurting(5, 6, 'wrist'), hurting(3, 4), hurting(1, 5))).toMatchObject({
      facts: { painLast3SameSite: [0, 4, 5] },
      since: ago(3),
      painSite: null,
    })
  })

  it('counts a set without a rating as painless, since the last session', () => {
    expect(found(hurting(3, null), hurting(1, null))).toMatchObject({
      facts: { painLast3SameSite: [0, 0] },
      since: ago(1),
    })
  })

  it('passes over sessions without sets', () => {
    const empty = sessionOn(ago(2), { exercise: 'push-up', actual: [] })
    const sessions = [hurting(9, 4, 'wrist'), hurting(7, 4, 'wrist'), hurting(5, 1, 'wrist'), empty]
    expect(found(...sessions)?.facts.painLast3SameSite).toEqual([4, 4, 1])
  })

  it('holds while the last session is less than 28 days old', () => {
    const since = (newest: number) => found(hurting(40, 4), hurting(35, 4), hurting(newest, 4))?.since
    expect([since(27), since(28)]).toEqual([ago(40), undefined])
  })

  it('is null without a session', () => {
    expect(found()).toBeNull()
  })
})
