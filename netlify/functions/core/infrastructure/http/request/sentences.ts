import type * as z from 'zod'

type Issue = z.core.$ZodRawIssue

const kinds: Readonly<Record<string, string>> = {
  int: 'a whole number',
  number: 'a number',
  string: 'a text',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
  null: 'null',
}

const formats: Readonly<Record<string, string>> = {
  date: 'a date that exists, YYYY-MM-DD',
  email: 'an email address',
  url: 'a URL',
}

/**
 * Says what a value must be, for a schema that says nothing itself; undefined where Zod's own words
 * are as good.
 */
export function sentenceOf(issue: Issue): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
      return mustBe(kinds[issue.expected])
    case 'invalid_format':
      return mustBe(formats[issue.format])
    case 'invalid_value':
      return mustBe(`${issue.values.length > 1 ? 'one of ' : ''}${issue.values.map(String).join(', ')}`)
    case 'not_multiple_of':
      return mustBe(`a multiple of ${issue.divisor}`)
    case 'too_small':
      return least(issue)
    case 'too_big':
      return most(issue)
    default:
      return undefined
  }
}

function mustBe(what: string | undefined): string | undefined {
  return what && `must be ${what}`
}

function least({ origin, minimum, inclusive }: z.core.$ZodRawIssue<z.core.$ZodIssueTooSmall>): string {
  const unit = unitOf(origin)
  if (unit === null) return `must be ${inclusive === false ? 'more than' : 'at least'} ${minimum}`
  return minimum === 1 ? 'must not be empty' : `must have at least ${minimum} ${unit}`
}

function most({ origin, maximum, inclusive }: z.core.$ZodRawIssue<z.core.$ZodIssueTooBig>): string {
  const unit = unitOf(origin)
  if (unit === null) return `must be ${inclusive === false ? 'less than' : 'at most'} ${maximum}`
  return `must have at most ${maximum} ${unit}`
}

/** Tells what the size of a value counts; null for numbers, which are their own size. */
function unitOf(origin: string): string | null {
  if (origin === 'string') return 'characters'
  return origin === 'array' || origin === 'set' || origin === 'map' ? 'items' : null
}
