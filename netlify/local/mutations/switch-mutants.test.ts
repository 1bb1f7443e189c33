import { describe, expect, it } from 'vitest'
import { switchMutants } from './switch-mutants.js'

/** What may stand in place of the only statement of a source. */
const changed = (text: string) => switchMutants('a.ts', text, 0).mutants.map((mutant) => mutant.changed)

describe('switchMutants', () => {
  it.each([
    ['a < b', ['a <= b']],
    ['a >= b', ['a > b']],
    ['a === b', ['a !== b']],
    ['a && b', ['a || b']],
    ['a - b', ['a + b']],
    ['a * b', ['a / b']],
    ['a += b', ['a -= b']],
    ['f(0.5)', ['f(1.5)', 'f(-0.5)']],
    ['a ? b : c', ['!(a) ? b : c']],
    ['!a', ['a']],
    ['f([a, ...b])', ['f([...b])', 'f([a])']],
    ['a.filter(f)', ['a']],
    ['Math.min(a, b)', ['Math.max(a, b)']],
    ['a?.some(f)', ['a?.every(f)']],
  ])('changes %j', (text, expected) => {
    expect(changed(text)).toEqual(expected)
  })

  it('negates the condition of a statement, unless another mutant does the same', () => {
    expect(changed('if (a < b) f()')).toEqual(['if (a <= b) f()', 'if (!(a < b)) f()'])
    expect(changed('if (a === b) f()')).toEqual(['if (a !== b) f()'])
  })

  it('returns null only from a function whose type allows it', () => {
    expect(changed('const f = (a: A): B | null => g(a)')).toEqual(['const f = (a: A): B | null => null'])
    expect(changed('function f(): B | null { return null }')).toEqual([])
    expect(changed('const f = (a: A): B => g(a)')).toEqual([])
  })

  it('leaves types, names of fields, joined texts and links of an optional chain alone', () => {
    expect(changed('type A = 1 | 2')).toEqual([])
    expect(changed('f({ 1: a })')).toEqual([])
    expect(changed("a + ' kg' + b")).toEqual([])
    expect(changed('a?.filter(f).length')).toEqual([])
  })

  it('leaves the values of a type alone, because code that uses them would not compile', () => {
    expect(changed("z.enum(['a', 'b'])")).toEqual([])
  })

  it('leaves the variables of an assignment alone, because nothing can be assigned to a switch', () => {
    expect(changed('[a, b] = f()')).toEqual([])
  })

  it('gives the file and line of a mutant, with the lines around it joined', () => {
    const { mutants } = switchMutants('levels/a.ts', 'const a = f(\n  g,\n  1,\n)\n', 7)
    expect(mutants).toMatchObject([
      { number: 7, file: 'levels/a.ts', line: 3, original: '1,', changed: '2,' },
      { number: 8, changed: '0,' },
    ])
  })

  it('does not call the statement before a switch, nor take a switch out of a condition', () => {
    const { code } = switchMutants('a.ts', 'let a = 5\nf(a)\na -= 2\nif (g()) a -= 1\nreturn a', 0)
    const run = new Function('isMutant', 'f', 'g', code)
    const nothing = () => undefined
    expect(
      run(
        () => false,
        nothing,
        () => true,
      ),
    ).toBe(2)
    expect(
      run(
        () => false,
        nothing,
        () => false,
      ),
    ).toBe(3)
  })

  it('makes code that behaves as before until a mutant is switched on', () => {
    const { code, mutants } = switchMutants('a.ts', 'return [1, 2].filter((n) => n > 1)', 0)
    const run = (active: number | null) => new Function('isMutant', code)((number: number) => number === active)
    const done = mutants.map(({ number, changed }) => [changed, run(number)])
    expect(run(null)).toEqual([2])
    expect(Object.fromEntries(done)).toMatchObject({
      'return [1, 2]': [1, 2],
      'return [2].filter((n) => n > 1)': [2],
      'return [1, 2].filter((n) => n >= 1)': [1, 2],
      'return [1, 2].filter((n) => n > 2)': [],
    })
  })
})
