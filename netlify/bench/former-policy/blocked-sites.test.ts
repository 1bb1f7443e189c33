import { describe, expect, it } from 'vitest'
import { rulesInForce } from '#domain/rules/rules-in-force.js'
import { sessionOn, type Work } from '#tests/support/training-logs.js'
import { blockedSites } from './blocked-sites.js'

const today = '2026-11-22'
const blocked = (...days: [date: string, work: Partial<Work>][]) =>
  blockedSites(
    {
      sessions: days.map(([date, work]) => sessionOn(date, { exercise: 'push-up', actual: [5], ...work })),
      directives: [],
    },
    today,
    rulesInForce,
  )

describe('blockedSites', () => {
  it('names a site that hurt at 4 or more in the last 7 days, with its strongest pain and last day', () => {
    expect(
      blocked(['2026-11-16', { pain: 6, painSite: 'wrist' }], ['2026-11-20', { pain: 4, painSite: 'wrist' }]),
    ).toEqual([
      { site: 'wrist', on: '2026-11-20', pain: 6, tags: ['handstand-chain', 'planche-chain', 'straight-arm'] },
    ])
  })

  it('is empty when the pain was more than 7 days ago', () => {
    expect(blocked(['2026-11-15', { pain: 9, painSite: 'wrist' }])).toEqual([])
  })

  it('is empty when the pain was below 4', () => {
    expect(blocked(['2026-11-20', { pain: 3, painSite: 'wrist' }])).toEqual([])
  })

  it('is empty when no site was named', () => {
    expect(blocked(['2026-11-20', { pain: 9, painSite: null }])).toEqual([])
  })

  it('is empty when the site is "other"', () => {
    expect(blocked(['2026-11-20', { pain: 9, painSite: 'other' }])).toEqual([])
  })

  it('lists the sites by name', () => {
    const both = blocked(['2026-11-20', { pain: 5, painSite: 'wrist' }], ['2026-11-21', { pain: 5, painSite: 'ankle' }])
    expect(both.map(({ site }) => site)).toEqual(['ankle', 'wrist'])
  })
})
