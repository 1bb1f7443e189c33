import { expect, test } from 'vitest'
import { judgeLicences } from './judge-licences.js'

const of = (licence: string | null, dev = false) =>
  judgeLicences([{ name: 'left-pad', path: 'node_modules/left-pad', dev, licence }])

test.each(['MIT', '(MIT OR GPL-2.0)', 'GPL-2.0 OR MIT', 'Apache-2.0 AND MIT', '(BSD-2-Clause OR MIT OR Apache-2.0)'])(
  '%s may be part of the product',
  (licence) => {
    expect(of(licence)).toEqual([])
  },
)

test.each(['GPL-3.0-only', 'AGPL-3.0-or-later', 'MIT AND GPL-2.0', 'LGPL-3.0-or-later', 'SEE LICENSE IN x', '((MIT))'])(
  '%s may not be part of the product',
  (licence) => {
    expect(of(licence)).toEqual([`left-pad (node_modules/left-pad): ${licence}`])
  },
)

test('LGPL may be the licence of a tool, AGPL may not', () => {
  expect(of('LGPL-3.0-or-later', true)).toEqual([])
  expect(of('AGPL-3.0-only', true)).toEqual(['left-pad (node_modules/left-pad, for development): AGPL-3.0-only'])
})

test('a package without a licence is named', () => {
  expect(of(null)).toEqual(['left-pad (node_modules/left-pad): says no licence'])
})
