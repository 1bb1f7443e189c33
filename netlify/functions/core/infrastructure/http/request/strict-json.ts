/** Thrown for text that is not JSON as RFC 8259 and this API define it; tells the place. */
export class JsonError extends Error {
  override readonly name = 'JsonError'
}

/** Levels of nesting that are allowed. */
export const depthMax = 32

const forbiddenKeys: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype'])
const numberForm = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y
const space = /[ \t\n\r]*/y
/** The highest code of a white space. */
const lastSpace = 0x20
// any character from the space on, except the quote and the backslash
const plainCharacters = /[ !#-[\]-\uffff]*/y
const escapes: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
}

/**
 * Parses JSON as RFC 8259 has it, and refuses what `JSON.parse` lets through: a byte order mark,
 * keys that stand twice in an object, keys that reach into prototypes, nesting deeper than 32,
 * numbers beyond the range of a double.
 *
 * @throws JsonError with line and column.
 */
export function parseStrictJson(text: string): unknown {
  const reader = new Reader(text)
  const value = reader.value(0)
  reader.end()
  return value
}

class Reader {
  readonly #text: string
  #at = 0

  constructor(text: string) {
    this.#text = text
    this.#skipSpace()
  }

  value(depth: number): unknown {
    switch (this.#text[this.#at]) {
      case '{':
        return this.#object(depth)
      case '[':
        return this.#array(depth)
      case '"':
        return this.#string()
      case 't':
        return this.#word('true', true)
      case 'f':
        return this.#word('false', false)
      case 'n':
        return this.#word('null', null)
      default:
        return this.#number()
    }
  }

  end(): void {
    this.#skipSpace()
    if (this.#at < this.#text.length) this.#fail('goes on after its end')
  }

  #object(depth: number): Record<string, unknown> {
    this.#checkDepth(depth)
    const members: Record<string, unknown> = {}
    this.#items('}', () => {
      if (this.#text[this.#at] !== '"') this.#fail('has no key where one is expected')
      const key = this.#string()
      if (forbiddenKeys.has(key)) this.#fail(`has the forbidden key ${JSON.stringify(key)}`)
      // a key may be as long as the body; the answer should not be
      if (Object.hasOwn(members, key)) this.#fail(`has the key ${JSON.stringify(key.slice(0, 100))} twice`)
      this.#skipSpace()
      this.#expect(':')
      this.#skipSpace()
      members[key] = this.value(depth + 1)
    })
    return members
  }

  #array(depth: number): unknown[] {
    this.#checkDepth(depth)
    const items: unknown[] = []
    this.#items(']', () => items.push(this.value(depth + 1)))
    return items
  }

  #checkDepth(depth: number): void {
    if (depth >= depthMax) this.#fail(`is nested deeper than ${depthMax}`)
  }

  /** Reads what stands between brackets, separated by commas, and the closing one. */
  #items(closing: string, item: () => void): void {
    this.#at += 1
    this.#skipSpace()
    if (this.#take(closing)) return
    for (;;) {
      item()
      this.#skipSpace()
      if (this.#take(closing)) return
      this.#expect(',')
      this.#skipSpace()
    }
  }

  #string(): string {
    this.#at += 1
    let read = ''
    for (;;) {
      read += this.#match(plainCharacters)
      if (this.#take('"')) return read
      if (!this.#take('\\')) this.#fail('has a string without an end, or a control character in it')
      read += this.#escape()
    }
  }

  #escape(): string {
    const letter = this.#text[this.#at] ?? ''
    this.#at += 1
    if (letter !== 'u') return escapes[letter] ?? this.#fail('has an unknown escape')
    const digits = this.#text.slice(this.#at, this.#at + 4)
    if (!/^[0-9a-fA-F]{4}$/.test(digits)) this.#fail('has a broken \\u escape')
    this.#at += 4
    return String.fromCharCode(Number.parseInt(digits, 16))
  }

  #number(): number {
    const digits = this.#match(numberForm)
    if (digits === '') this.#fail(this.#at < this.#text.length ? 'has an unexpected character' : 'ends too early')
    const value = Number(digits)
    if (!Number.isFinite(value)) this.#fail('has a number out of range')
    return value
  }

  #word<Value>(word: string, value: Value): Value {
    if (!this.#text.startsWith(word, this.#at)) this.#fail('has an unexpected character')
    this.#at += word.length
    return value
  }

  #match(pattern: RegExp): string {
    pattern.lastIndex = this.#at
    // without the array that exec() makes; a pattern that is not found resets its index
    const end = pattern.test(this.#text) ? pattern.lastIndex : this.#at
    const found = this.#text.slice(this.#at, end)
    this.#at = end
    return found
  }

  #skipSpace(): void {
    // most often there is none
    if (this.#text.charCodeAt(this.#at) <= lastSpace) this.#match(space)
  }

  #take(character: string): boolean {
    if (this.#text[this.#at] !== character) return false
    this.#at += 1
    return true
  }

  #expect(character: string): void {
    if (!this.#take(character)) this.#fail(`lacks a ${JSON.stringify(character)}`)
  }

  #fail(what: string): never {
    const before = this.#text.slice(0, this.#at).split('\n')
    throw new JsonError(`the JSON ${what} at line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}`)
  }
}
