import { describe, expect, test } from 'vitest'
import type { Method } from '#orchestration/contract.js'
import { RequestRefusal } from '#orchestration/request-refusal.js'
import { acceptedTypes, checkAccept, checkContentCoding, checkContentType } from './media-types.js'

const requestWith = (headers: Record<string, string>) => new Request('http://localhost/api/v1/me', { headers })

function codeOf(check: () => void): string {
  try {
    check()
    return 'taken'
  } catch (error) {
    return error instanceof RequestRefusal ? error.code : String(error)
  }
}

describe('Content-Type', () => {
  const sent = (type: string, method: Method = 'POST') =>
    codeOf(() => checkContentType(requestWith(type === '' ? {} : { 'content-type': type }), method))

  test.each([
    'application/json',
    'APPLICATION/JSON',
    'application/json;charset=utf-8',
    'application/json; charset="UTF-8"',
    'application/json; profile=x',
  ])('accepts %s', (type) => expect(sent(type)).toBe('taken'))

  test.each([
    '',
    'text/plain',
    'application/x-www-form-urlencoded',
    'application/jsonp',
    'application/merge-patch+json',
    'application/json; charset=iso-8859-1',
    'application/json; charset=utf-16',
  ])('refuses "%s"', (type) => expect(sent(type)).toBe('UNSUPPORTED_MEDIA_TYPE'))

  test('accepts a merge patch for PATCH only', () => {
    expect(sent('application/merge-patch+json', 'PATCH')).toBe('taken')
    expect(sent('application/merge-patch+json', 'PUT')).toBe('UNSUPPORTED_MEDIA_TYPE')
    expect(acceptedTypes('PATCH')).toEqual(['application/merge-patch+json', 'application/json'])
  })
})

describe('Content-Encoding', () => {
  const sent = (coding: string) => codeOf(() => checkContentCoding(requestWith({ 'content-encoding': coding })))

  test.each(['', 'identity', 'Identity'])('accepts "%s"', (coding) => expect(sent(coding)).toBe('taken'))

  test.each(['gzip', 'br', 'identity, gzip', 'x-unheard-of'])('refuses "%s"', (coding) =>
    expect(sent(coding)).toBe('UNSUPPORTED_MEDIA_TYPE'),
  )
})

describe('Accept', () => {
  const asked = (accept: string, operation = {}) => codeOf(() => checkAccept(requestWith({ accept }), operation))

  test.each([
    '',
    '*/*',
    'application/*',
    'application/json',
    'Application/JSON; q=0.1',
    'text/html, application/xhtml+xml, */*;q=0.8',
    'application/problem+json, application/json',
    'text/html;q=0, application/json',
    '*/*;q=0, application/json',
  ])('accepts "%s"', (accept) => expect(asked(accept)).toBe('taken'))

  test.each([
    'text/html',
    'application/xml, text/*',
    'application/problem+json',
    'application/json;q=0',
    'application/json;q=0, */*',
    '*/*;q=0.000',
    'application/json;q=0, application/problem+json;q=0, */*',
    'application/*;q=0, */*',
  ])('refuses "%s"', (accept) => expect(asked(accept)).toBe('NOT_ACCEPTABLE'))

  test.each([
    ['application/zip', 'taken'],
    ['application/*', 'taken'],
    ['application/json', 'NOT_ACCEPTABLE'],
    ['application/zip;q=0, */*', 'NOT_ACCEPTABLE'],
  ])('of a file is its own media type: "%s"', (accept, outcome) => {
    expect(asked(accept, { produces: 'application/zip' })).toBe(outcome)
  })
})
