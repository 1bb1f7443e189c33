import { expect, test } from 'vitest'
import { breakingChanges } from './breaking-changes.js'

type Parts = { query?: object; required?: boolean; input?: object; output?: object; status?: number; scope?: string }

const Named = { type: 'object', properties: { name: { type: 'string', maxLength: 10 } }, required: ['name'] }

function documentOf({ query, required = false, input, output = Named, status = 200, scope = 'a' }: Parts = {}) {
  const content = (schema: object) => ({ 'application/json': { schema } })
  return {
    components: { schemas: { Input: input ?? Named, Output: output } },
    paths: {
      '/things': {
        post: {
          operationId: 'make',
          security: [{ token: [scope] }],
          parameters: query ? [{ in: 'query', name: 'q', required, schema: query }] : [],
          requestBody: { required: true, content: content({ $ref: '#/components/schemas/Input' }) },
          responses: { [status]: { content: content({ $ref: '#/components/schemas/Output' }) } },
        },
      },
    },
  }
}

const text = { type: 'string', maxLength: 10 }
const thing = (properties: object, required: string[] = []) => ({ type: 'object', properties, required })

test.each<[string, Parts, Parts, string[]]>([
  ['nothing', {}, {}, []],
  ['an optional parameter more', {}, { query: text }, []],
  ['a required parameter more', {}, { query: text, required: true }, ['query q: is required']],
  ['a parameter less', { query: text }, {}, ['query q: is gone']],
  ['a shorter text', { query: text }, { query: { ...text, maxLength: 9 } }, ['query q: maxLength is lower']],
  ['a longer text', { query: text }, { query: { ...text, maxLength: 11 } }, []],
  ['fewer values', { query: { enum: ['a', 'b'] } }, { query: { enum: ['a'] } }, ['query q: does not take b any more']],
  ['more values', { query: { enum: ['a'] } }, { query: { enum: ['a', 'b'] } }, []],
  ['another type', { query: text }, { query: { type: 'integer' } }, ['query q: takes no string any more']],
  ['an optional field more in the body', { input: thing({}) }, { input: thing({ name: text }) }, []],
  [
    'a required field more in the body',
    { input: thing({}) },
    { input: thing({ name: text }, ['name']) },
    ['body.name: is required'],
  ],
  ['a field less in the body', { input: thing({ name: text }) }, { input: thing({}) }, ['body.name: is gone']],
  ['a field more in the answer', { output: thing({}) }, { output: thing({ name: text }, ['name']) }, []],
  [
    'a field less in the answer',
    { output: thing({ name: text }) },
    { output: thing({}) },
    ['answer 200.name: is gone'],
  ],
  ['a field that may be missing', {}, { output: thing({ name: text }) }, ['answer 200.name: may be missing']],
  [
    'a field that may be null',
    {},
    { output: thing({ name: { type: ['string', 'null'] } }, ['name']) },
    ['answer 200.name: may be null'],
  ],
  [
    'an item of a list',
    { output: { type: 'array', items: Named } },
    { output: { type: 'array', items: thing({}) } },
    ['answer 200[].name: is gone'],
  ],
  ['another status', {}, { status: 201 }, ['answer 200: is gone']],
  ['another scope', {}, { scope: 'b' }, ['asks for [{"token":["b"]}], and did for [{"token":["a"]}]']],
])('%s', (_, older, newer, changes) => {
  expect(breakingChanges(documentOf(older), documentOf(newer))).toEqual(
    changes.map((change) => `POST /things ${change}`),
  )
})

test('an operation that is gone', () => {
  expect(breakingChanges(documentOf(), { paths: {} })).toEqual(['POST /things is gone'])
})

test('a schema that refers to itself is compared once', () => {
  const tree = (properties: object) => ({
    ...{ input: thing({ ...properties, child: { $ref: '#/components/schemas/Input' } }) },
  })
  expect(breakingChanges(documentOf(tree({ name: text })), documentOf(tree({})))).toEqual([
    'POST /things body.name: is gone',
  ])
})
