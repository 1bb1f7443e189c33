import { describe, expect, it } from 'vitest'
import { sql } from './statement.js'

describe('sql', () => {
  it('numbers its values in order', () => {
    expect(sql`select ${'x'}::text, ${[1, 2]}::integer[], ${null}::text`).toEqual({
      text: 'select $1::text, $2::integer[], $3::text',
      values: ['x', [1, 2], null],
    })
  })

  it('takes SQL fragments into its text, and numbers their values on', () => {
    const many = sql`a = any (array[${1}, ${2}, ${3}, ${4}, ${5}, ${6}, ${7}, ${8}, ${9}, ${10}])`
    const whole = sql`select ${'x'} where ${many} and ${sql`b = ${11}`} limit ${99} offset ${0}`
    expect(whole.text).toBe(
      'select $1 where a = any (array[$2, $3, $4, $5, $6, $7, $8, $9, $10, $11]) and b = $12 limit $13 offset $14',
    )
    expect(whole.values).toEqual(['x', 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 99, 0])
  })

  it('makes the text that its parts ask for, whatever stood in the same place before', () => {
    const made = (part: Parameters<typeof sql>[1]) => sql`select ${1}, ${part} where ${2}`
    // more than the tag remembers
    const names = Array.from({ length: 40 }, (_, n) => `n${n}`)
    for (const _ of ['first', 'again']) {
      expect(made('a')).toEqual({ text: 'select $1, $2 where $3', values: [1, 'a', 2] })
      expect(made('b')).toEqual({ text: 'select $1, $2 where $3', values: [1, 'b', 2] })
      expect(made(sql`now()`)).toEqual({ text: 'select $1, now() where $2', values: [1, 2] })
      expect(made(sql``)).toEqual({ text: 'select $1,  where $2', values: [1, 2] })
      expect(made(sql`${3} + ${4}`)).toEqual({ text: 'select $1, $2 + $3 where $4', values: [1, 3, 4, 2] })
      for (const name of names) {
        const column = sql(Object.assign([name], { raw: [name] }))
        expect(made(column)).toEqual({ text: `select $1, ${name} where $2`, values: [1, 2] })
      }
    }
  })

  it('leaves fragments unchanged when they are used again', () => {
    const fragment = sql`a = ${1}`
    expect(sql`${fragment} or ${fragment}`).toEqual({ text: 'a = $1 or a = $2', values: [1, 1] })
    expect(fragment).toEqual({ text: 'a = $1', values: [1] })
  })

  it('sends a value that looks like SQL as a value', () => {
    const forged: object = { text: 'drop table users', values: [] }
    expect(sql`select ${forged as never}::text`).toEqual({ text: 'select $1::text', values: [forged] })
  })

  it('refuses undefined, and names the parameter', () => {
    const absent: { value?: string } = {}
    expect(() => sql`select ${sql`${1}, ${2}`}, ${absent.value as never}`).toThrow('parameter $3 is undefined')
  })
})
