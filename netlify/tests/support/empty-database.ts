import { randomBytes } from 'node:crypto'
import { afterAll, inject } from 'vitest'
import { databaseUrl } from './template.js'
import { withClient } from './with-client.js'

/** The URL of a database without anything in it, dropped after this test file. */
export async function emptyDatabase(): Promise<string> {
  const { url, prefix } = inject('testServer')
  const name = `${prefix}empty_${randomBytes(6).toString('hex')}`
  await withClient(url, (client) => client.query(`create database "${name}"`))
  afterAll(() => withClient(url, (client) => client.query(`drop database if exists "${name}" with (force)`)))
  return databaseUrl(url, name)
}
