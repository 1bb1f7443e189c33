import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { icsLine, icsValueLine } from './ics-line.js'

describe('icsLine', () => {
  const octets = (line: string) => new TextEncoder().encode(line).length
  const unfold = (line: string) => line.replaceAll('\r\n ', '').replace(/\r\n$/, '')

  it('escapes backslashes, separators and every kind of line end', () => {
    expect(icsLine('X', 'a\\b;c,d\r\ne\nf\rg')).toBe('X:a\\\\b\\;c\\,d\\ne\\nf\\ng\r\n')
  })

  it('does not escape structured values', () => {
    expect(icsValueLine('RRULE', 'FREQ=WEEKLY;BYDAY=MO,WE,FR')).toBe('RRULE:FREQ=WEEKLY;BYDAY=MO,WE,FR\r\n')
  })

  it('does not fold a line of 75 octets', () => {
    expect(icsLine('X', 'a'.repeat(73))).toBe(`X:${'a'.repeat(73)}\r\n`)
  })

  it('folds a longer line before a character that would be cut', () => {
    expect(icsLine('X', `${'a'.repeat(72)}é`)).toBe(`X:${'a'.repeat(72)}\r\n é\r\n`)
  })

  it('keeps every line within 75 octets, and loses no text', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        const line = icsLine('SUMMARY', text)
        for (const part of line.split('\r\n')) expect(octets(part)).toBeLessThanOrEqual(75)
        const unescaped = unfold(line)
          .slice('SUMMARY:'.length)
          .replace(/\\([\\;,n])/g, (_, c) => (c === 'n' ? '\n' : c))
        expect(unescaped).toBe(text.replace(/\r\n|\r/g, '\n'))
      }),
    ))
})
