import type { MadeUp } from './exchange.js'
import { misfitOf, misfitOfText } from './fits.js'
import type { Documented, Parameter } from './read-document.js'
import { type Parts, requestOf } from './requests.js'
import { mutationsOf, wrongValuesOf } from './wrong-values.js'

type Place = Parameter['in']

/**
 * Requests with one thing wrong each: in the path, the query, a header, or anywhere in the body.
 */
export function wrongRequests(operation: Documented, parts: Parts): MadeUp[] {
  const off = (what: string, request: MadeUp): MadeUp => ({ ...request, intent: 'is off the document', what })
  const sent = (changed: Partial<Parts>) => requestOf(operation, { ...parts, ...changed })
  const plain = sent({})
  const glue = plain.path.includes('?') ? '&' : '?'
  const [repeated] = Object.entries(parts.query)
  return [
    ...operation.parameters.flatMap((parameter) =>
      wrongTexts(parameter).map(([what, text]) =>
        off(
          `${what} as ${parameter.name}`,
          sent({ [parameter.in]: { ...parts[parameter.in], [parameter.name]: text } }),
        ),
      ),
    ),
    ...missingQueries(operation, parts).map(([what, query]) => off(what, sent({ query }))),
    off('a query parameter nobody knows', { ...plain, path: `${plain.path}${glue}surprise=1` }),
    ...(repeated ? [off('a query parameter twice', { ...plain, path: `${plain.path}&${repeated.join('=')}` })] : []),
    off('a malformed percent-encoding', { ...plain, path: `${plain.path}${glue}%zz` }),
    ...wrongBodies(operation, parts).map(([what, body]) => off(what, sent({ body }))),
    ...wrongTexture(operation, plain).map(([what, changed]) => off(what, { ...plain, ...changed })),
  ]
}

function missingQueries({ parameters }: Documented, { query }: Parts): [string, Record<string, string>][] {
  return parameters
    .filter((one) => one.in === 'query' && one.required)
    .map(({ name }) => [`without ${name}`, Object.fromEntries(Object.entries(query).filter(([key]) => key !== name))])
}

/**
 * What a header may hold goes no further than this; a server refuses longer ones before anybody
 * reads them.
 */
const headerMax = 4_000

function wrongTexts({ in: place, schema }: Parameter): [string, string][] {
  const target = schema.$ref ? (schema.$defs?.[schema.$ref.split('/').at(-1) ?? ''] ?? {}) : schema
  const texts = wrongValuesOf(target, null)
    .filter(([, value]) => typeof value !== 'object')
    .map(([what, value]): [string, string] => [what, String(value)])
  return texts.filter(([, text]) => canBeSent(place, text) && misfitOfText(schema, text) !== null)
}

function canBeSent(place: Place, text: string): boolean {
  if (place === 'header') return !/[^\x20-\xff]/.test(text) && text.length <= headerMax
  // an empty step of a path is another path
  return place !== 'path' || text !== ''
}

function wrongBodies({ body }: Documented, parts: Parts): [string, unknown][] {
  if (!body) return []
  const wrong = [...mutationsOf(parts.body, body.schema)].map(([what, value]): [string, unknown] => [what, value])
  return wrong.filter(([, value]) => misfitOf(body.schema, value) !== null)
}

/** What is wrong with the body before anything is read in it. */
function wrongTexture({ body }: Documented, { headers, body: text }: MadeUp): [string, Partial<MadeUp>][] {
  if (!body || text === null) return []
  return [
    ['another content type', { headers: { ...headers, 'content-type': 'text/plain' } }],
    ['another charset', { headers: { ...headers, 'content-type': 'application/json; charset=iso-8859-1' } }],
    ['broken JSON', { body: text.slice(0, -1) }],
    ['something after the JSON', { body: `${text}]` }],
    [
      'a field twice',
      { body: text === '{}' ? '{"a":1,"a":1}' : text.replace(/^\{("(?:[^"\\]|\\.)*":)/, '{$1null,$1') },
    ],
  ]
}
