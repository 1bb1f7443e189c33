import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import type { OwnedEntity } from '#queries/account-data.js'
import type { OwnedRow } from '#queries/owned-entities.js'
import { csvOf, filesOf } from './export-files.js'
import { zipOf } from './zip.js'

const now = new Date('2026-11-22T12:00:00.000Z')
const everything = { entities: [], types: null, leftOut: [] }

function pieces(...entities: readonly OwnedEntity[]): Uint8Array[] {
  return [...zipOf(filesOf(entities, everything, now))]
}

function unpacked(...entities: readonly OwnedEntity[]): Record<string, string> {
  const files = unzipSync(Buffer.concat(pieces(...entities)))
  return Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, strFromU8(bytes)]))
}

const rows: readonly OwnedRow[] = [
  { id: 1, notes: 'two\nlines, and "quotes"', payload: { sets: [1, 2], empty: {} } },
  { id: 2, more: null, formula: '=1+1' },
]

const csv = (list: readonly OwnedRow[]) => [...csvOf(list)].join('')
const cellOf = (text: string) => csv([{ notes: text }]).split('\r\n')[1]

describe('csvOf', () => {
  test('writes a header and quotes what needs it', () => {
    const rows: OwnedRow[] = [
      { name: 'Ada, the first', reps: 8 },
      { name: 'said "hi"', done: true },
    ]
    expect(csv(rows)).toBe('name,reps,done\r\n"Ada, the first",8,\r\n"said ""hi""",,true\r\n')
  })

  test.each(['=1+1', '+1', '@SUM(A1)', '-A1', '-1+1', "-2+3+cmd|' /C calc'!A0", '-1.5.2', '-1e5x', '--1', '\tx'])(
    'puts an apostrophe before %s, so that a spreadsheet computes nothing',
    (text) => expect(cellOf(text)).toBe(`'${text}`),
  )

  test.each(['-1', '-12.5', '-1e-7', '5', 'a-1', 'mail@example.com'])('leaves %s as it is', (text) =>
    expect(cellOf(text)).toBe(text),
  )
})

describe('an export', () => {
  test('has the same JSON as the whole list would have', () => {
    expect(unpacked({ entity: 'sets', rows })['json/sets.json']).toBe(`${JSON.stringify(rows, null, 2)}\n`)
  })

  test('has a column in CSV for every field of any row', () => {
    expect(unpacked({ entity: 'sets', rows })['csv/sets.csv']).toBe(
      [
        'id,notes,payload,more,formula',
        '1,"two\nlines, and ""quotes""","{""sets"":[1,2],""empty"":{}}",,',
        "2,,,,'=1+1",
        '',
      ].join('\r\n'),
    )
  })

  test('is packed in small pieces, however long the history is', () => {
    const many = Array.from({ length: 10_000 }, (_, id) => ({ id, notes: `set ${id} of many`, reps: id % 13 }))
    const made = pieces({ entity: 'sets', rows: many })
    // each of the three passes over the rows stops after 200 of them at the latest
    expect(made.length).toBeGreaterThanOrEqual((3 * many.length) / 200)
    expect(Math.max(...made.map(({ length }) => length))).toBeLessThan(65_536)
  })
})
