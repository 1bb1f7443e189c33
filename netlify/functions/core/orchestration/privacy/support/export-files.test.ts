import { describe, expect, test } from 'vitest'
import { csvOf } from './export-files.js'

const cellOf = (text: string) => csvOf([{ notes: text }]).split('\r\n')[1]

describe('csvOf', () => {
  test('writes a header and quotes what needs it', () => {
    const rows = [
      { name: 'Ada, the first', reps: 8 },
      { name: 'said "hi"', done: true },
    ]
    expect(csvOf(rows)).toBe('name,reps,done\r\n"Ada, the first",8,\r\n"said ""hi""",,true\r\n')
  })

  test.each(['=1+1', '+1', '@SUM(A1)', '-A1', '-1+1', "-2+3+cmd|' /C calc'!A0", '-1.5.2', '-1e5x', '--1', '\tx'])(
    'puts an apostrophe before %s, so that a spreadsheet computes nothing',
    (text) => expect(cellOf(text)).toBe(`'${text}`),
  )

  test.each(['-1', '-12.5', '-1e-7', '5', 'a-1', 'mail@example.com'])('leaves %s as it is', (text) =>
    expect(cellOf(text)).toBe(text),
  )
})
