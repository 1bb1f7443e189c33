import { expect, test } from 'vitest'
import { csvLine } from './export-rows.js'

const cellOf = (value: unknown) => csvLine([value]).replace(/\r\n$/, '')

test('a line of CSV quotes what needs it, and leaves out what is not there', () => {
  const cells = ['Ada, the first', 'said "hi"', 'two\nlines', 8, true, null, undefined, { sets: [1, 2], empty: {} }]
  expect(csvLine(cells)).toBe(
    '"Ada, the first","said ""hi""","two\nlines",8,true,,,"{""sets"":[1,2],""empty"":{}}"\r\n',
  )
})

test.each(['=1+1', '+1', '@SUM(A1)', '-A1', '-1+1', "-2+3+cmd|' /C calc'!A0", '-1.5.2', '-1e5x', '--1', '\tx'])(
  'a cell has an apostrophe before %s, so that a spreadsheet computes nothing',
  (text) => expect(cellOf(text)).toBe(`'${text}`),
)

test.each(['-1', '-12.5', '-1e-7', '5', 'a-1', 'mail@example.com'])('a cell has %s as it is', (text) =>
  expect(cellOf(text)).toBe(text),
)
