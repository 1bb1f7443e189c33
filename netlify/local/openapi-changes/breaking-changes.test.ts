import { expect, test } from 'vitest'
import { breakingChanges } from './breaking-changes.js'

type Parts = { query?: object; required?: boolean; input?: object; output?: object; status?: number; scope?: string }

const Named = { type: 'object', properties: { name: { type: 'string', maxLength: 10 } }, required: ['name'] }

function documentOf({ query, required = false, input, output = Named, status = 200, scope = 'a' }: Parts = {}) {
  const content = (schema: object) => ({ 'application/json': { schema } })
  return {
    components: { schemas: { Input: input ?? Named, Output: output, Word: { type: 'string', maxLength: 10 } } },
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
  ['finds none when nothing changed', {}, {}, []],
  ['allows a new optional parameter', {}, { query: text }, []],
  ['finds a new required parameter', {}, { query: text, required: true }, ['query q: is required']],
  ['finds a removed parameter', { query: text }, {}, ['query q: is gone']],
  [
    'finds a lower maxLength of a parameter',
    { query: text },
    { query: { ...text, maxLength: 9 } },
    ['query q: maxLength is lower'],
  ],
  ['allows a higher maxLength of a parameter', { query: text }, { query: { ...text, maxLength: 11 } }, []],
  [
    'finds a removed value of an enum',
    { query: { enum: ['a', 'b'] } },
    { query: { enum: ['a'] } },
    ['query q: does not take b any more'],
  ],
  ['allows a new value of an enum', { query: { enum: ['a'] } }, { query: { enum: ['a', 'b'] } }, []],
  ['finds another type', { query: text }, { query: { type: 'integer' } }, ['query q: takes no string any more']],
  [
    'allows to call a list of numbers in a query whole numbers',
    { query: { type: 'string', enum: ['0', '5'] } },
    { query: { type: 'integer', minimum: 0, maximum: 5 } },
    [],
  ],
  [
    'finds that a whole number in a query has a lower limit than the list of numbers had',
    { query: { type: 'string', enum: ['0', '5'] } },
    { query: { type: 'integer', minimum: 0, maximum: 4 } },
    ['query q: does not take 5 any more'],
  ],
  [
    'allows to call true and false in a query a choice',
    { query: { type: 'string', enum: ['true', 'false'] } },
    { query: { type: 'boolean' } },
    [],
  ],
  ['allows a shape beside the type', { query: text }, { query: { anyOf: [text, { type: 'null' }] } }, []],
  [
    'allows a shape that has a name of its own',
    { query: text },
    { query: { anyOf: [{ $ref: '#/components/schemas/Word' }, { type: 'integer' }] } },
    [],
  ],
  [
    'allows a choice of shapes with the fields of the one before',
    { input: thing({ name: text, nick: text, age: text }) },
    { input: { oneOf: [thing({ name: text, age: text }, ['name']), thing({ nick: text, age: text }, ['nick'])] } },
    [],
  ],
  [
    'finds what each shape of the body requires now, and what none of them has',
    { input: thing({ name: text, nick: text, age: text }) },
    { input: { oneOf: [thing({ name: text }, ['name', 'size']), thing({ nick: text }, ['nick', 'size'])] } },
    ['body.age: is gone', 'body.size: is required'],
  ],
  [
    'allows null beside the fields that a field of the body had',
    { input: thing({ name: thing({ first: text }) }) },
    { input: thing({ name: { anyOf: [thing({ first: text }), { type: 'null' }] } }) },
    [],
  ],
  [
    'finds what is narrower beside null',
    { input: thing({ name: thing({ first: text, last: text }) }) },
    { input: thing({ name: { anyOf: [thing({ first: { ...text, maxLength: 9 } }), { type: 'null' }] } }) },
    ['body.name.last: is gone', 'body.name.first: maxLength is lower'],
  ],
  [
    'finds that null is not taken any more',
    { input: thing({ name: { anyOf: [text, { type: 'null' }] } }) },
    { input: thing({ name: text }) },
    ['body.name: maxLength is lower', 'body.name: takes fewer shapes'],
  ],
  [
    'allows null in the place of the field that a shape of the body is without',
    { input: thing({ name: text, nick: text }) },
    {
      input: {
        oneOf: [thing({ name: text, nick: { type: 'null' } }, ['name']), thing({ name: { type: 'null' }, nick: text })],
      },
    },
    [],
  ],
  ['allows a new optional field in the body', { input: thing({}) }, { input: thing({ name: text }) }, []],
  [
    'finds a new required field in the body',
    { input: thing({}) },
    { input: thing({ name: text }, ['name']) },
    ['body.name: is required'],
  ],
  ['finds a removed field in the body', { input: thing({ name: text }) }, { input: thing({}) }, ['body.name: is gone']],
  ['allows a new field in the answer', { output: thing({}) }, { output: thing({ name: text }, ['name']) }, []],
  [
    'finds a removed field in the answer',
    { output: thing({ name: text }) },
    { output: thing({}) },
    ['answer 200.name: is gone'],
  ],
  [
    'finds a field of the answer that may now be missing',
    {},
    { output: thing({ name: text }) },
    ['answer 200.name: may be missing'],
  ],
  [
    'finds a field of the answer that may now be null',
    {},
    { output: thing({ name: { type: ['string', 'null'] } }, ['name']) },
    ['answer 200.name: may be null'],
  ],
  [
    'finds a removed field of a list item in the answer',
    { output: { type: 'array', items: Named } },
    { output: { type: 'array', items: thing({}) } },
    ['answer 200[].name: is gone'],
  ],
  [
    'allows another shape of the answer that has the fields of the one before',
    { output: thing({ name: Named }) },
    { output: thing({ name: { anyOf: [Named, thing({ name: text, age: text }, ['name'])] } }) },
    [],
  ],
  [
    'allows it beside null too',
    { output: thing({ name: { anyOf: [Named, { type: 'null' }] } }) },
    {
      output: thing({
        name: { anyOf: [{ anyOf: [Named, thing({ name: text, age: text }, ['name'])] }, { type: 'null' }] },
      }),
    },
    [],
  ],
  [
    'finds another shape of the answer that lacks a field',
    { output: thing({ name: { anyOf: [Named, { type: 'null' }] } }) },
    { output: thing({ name: { anyOf: [Named, thing({ age: text }), { type: 'null' }] } }) },
    ['answer 200.name: may have another shape', 'answer 200.name: may be object'],
  ],
  ['finds another status', {}, { status: 201 }, ['answer 200: is gone']],
  ['finds another scope', {}, { scope: 'b' }, ['asks for [{"token":["b"]}], and did for [{"token":["a"]}]']],
])('breakingChanges %s', (_, older, newer, changes) => {
  expect(breakingChanges(documentOf(older), documentOf(newer))).toEqual(
    changes.map((change) => `POST /things ${change}`),
  )
})

test('breakingChanges finds a removed operation', () => {
  expect(breakingChanges(documentOf(), { paths: {} })).toEqual(['POST /things is gone'])
})

test('breakingChanges compares a schema that refers to itself once', () => {
  const tree = (properties: object) => ({
    ...{ input: thing({ ...properties, child: { $ref: '#/components/schemas/Input' } }) },
  })
  expect(breakingChanges(documentOf(tree({ name: text })), documentOf(tree({})))).toEqual([
    'POST /things body.name: is gone',
  ])
})
