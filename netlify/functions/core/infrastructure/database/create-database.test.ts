import { expect, test } from 'vitest'
import { adapterFor, createDatabase } from './create-database.js'

test.each([
  ['postgres://ada:secret@ep-calm-1.eu-central-1.aws.neon.tech/main', null, 'neon'],
  ['postgresql://ada:secret@ep-calm-1-pooler.eu-central-1.aws.neon.tech/main?sslmode=require', null, 'neon'],
  ['postgres://ada:secret@localhost:5432/main', 'http://localhost:4444/sql', 'neon'],
  ['postgres://ada:secret@localhost:5432/main', null, 'pg'],
  ['postgres://ada:secret@neon.tech.example.com/main', null, 'pg'],
  ['postgres://ada:secret@notneon.tech/main', null, 'pg'],
] as const)('adapterFor %s with endpoint %s is %s', (url, neonEndpoint, adapter) => {
  expect(adapterFor({ url, neonEndpoint })).toBe(adapter)
})

test('a database that was never used closes without connecting', async () => {
  await createDatabase({ url: 'postgres://ada@127.0.0.1:1/nowhere' }).close()
})
