import { expect, test } from 'vitest'
import { asked } from './late-packages.js'

test('the package for passkeys has every function that is asked of it late', async () => {
  const module: Record<string, unknown> = await import('@simplewebauthn/server')
  expect(asked.filter((name) => typeof module[name] !== 'function')).toEqual([])
})
