import { describe, expect, it } from 'vitest'
import { Rows } from './rows.js'

describe('Rows', () => {
  it('writes values as copy reads them, in the order of the columns', () => {
    const rows = new Rows()
    const at = new Date('2026-11-20T10:00:00Z')
    rows.add('consents', { changed_at: at, given: true, purpose: 'a\tb\\n\nc\r', user_id: null })
    expect(rows.take()).toEqual([
      { table: 'consents', lines: ['\\N\ta\\tb\\\\n\\nc\\r\ttrue\t2026-11-20T10:00:00.000Z'] },
    ])
  })

  it('forgets what was taken', () => {
    const rows = new Rows()
    rows.add('training_versions', { user_id: 'a', version: 1 })
    expect(rows.count).toBe(1)
    rows.take()
    expect(rows.count).toBe(0)
    expect(rows.take()).toEqual([])
  })

  it('moves rows from others, as they are and as they are changed', () => {
    const [rows, others] = [new Rows(), new Rows()]
    others.add('training_versions', { user_id: 'a', version: 1 })
    others.add('training_versions', { user_id: 'a', version: 2 })
    rows.move(others, [(lines) => lines.replaceAll('a', 'b')])
    expect([others.count, rows.count]).toEqual([0, 4])
    expect(rows.take()).toEqual([{ table: 'training_versions', lines: ['a\t1\na\t2', 'b\t1\nb\t2'] }])
  })
})
