import { describe, expect, it } from 'vitest'
import { unlockPath } from './unlock-path.js'

describe('unlockPath', () => {
  const graph = new Map([
    ['scapular-pull-up', ['dead-hang']],
    ['jumping-pull-up', ['scapular-pull-up']],
    ['negative-pull-up', ['jumping-pull-up']],
    ['active-hang', ['dead-hang']],
    ['assisted-flexed-arm-hang', ['active-hang']],
    ['flexed-arm-hang', ['assisted-flexed-arm-hang']],
    ['pull-up', ['negative-pull-up', 'flexed-arm-hang']],
  ])

  it('lists the exercises of the worked example', () => {
    expect(unlockPath(graph, ['dead-hang'], 'pull-up')).toEqual([
      'scapular-pull-up',
      'jumping-pull-up',
      'negative-pull-up',
      'active-hang',
      'assisted-flexed-arm-hang',
      'flexed-arm-hang',
      'pull-up',
    ])
  })

  it('does not look beyond a mastered exercise', () => {
    expect(unlockPath(graph, ['negative-pull-up', 'flexed-arm-hang'], 'pull-up')).toEqual(['pull-up'])
  })

  it('is empty when the goal is mastered', () => {
    expect(unlockPath(graph, ['pull-up'], 'pull-up')).toEqual([])
  })

  it('ends even when prerequisites form a circle', () => {
    const circle = new Map([
      ['a', ['b']],
      ['b', ['a']],
    ])
    expect(unlockPath(circle, [], 'a')).toEqual(['b', 'a'])
  })
})
