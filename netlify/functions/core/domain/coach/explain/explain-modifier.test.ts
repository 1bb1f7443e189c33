import { describe, expect, it } from 'vitest'
import { Tempo } from '#domain/library/tempo.schema.js'
import { modifierTerms } from './explain-modifier.js'

describe('modifierTerms', () => {
  it('makes the way down slow, and keeps still at the bottom', () => {
    expect(modifierTerms('tempo', { tempo: '2-1-2-0' })).toMatchObject({ lowerSeconds: 4, tempo: '4-1-2-0' })
    expect(modifierTerms('tempo_pause', { tempo: '2-0-X-1' })).toMatchObject({ pauseSeconds: 2, tempo: '4-2-X-1' })
  })

  it('makes a way down that is slow already about twice as slow, never faster', () => {
    const { tempo, explanation } = modifierTerms('tempo', { tempo: '5-1-1-0' })
    expect(Tempo.parse(tempo)).toBe('9-1-1-0')
    expect(explanation).toContain('9 seconds')
    expect(modifierTerms('tempo', { tempo: '4-0-1-0' }).tempo).toBe('8-0-1-0')
    expect(modifierTerms('tempo', { tempo: '3-0-1-0' }).tempo).toBe('4-0-1-0')
  })

  it('leaves the tempo of a load, of more seconds and of nothing as it is', () => {
    const tempos = (['none', 'reps', 'load:2.5'] as const).map(
      (modifier) => modifierTerms(modifier, { tempo: 'hold' }).tempo,
    )
    expect(tempos).toEqual(['hold', 'hold', 'hold'])
  })
})
