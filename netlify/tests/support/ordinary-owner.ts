import { randomBytes } from 'node:crypto'
import { afterAll, inject } from 'vitest'
import { databaseUrl } from './template.js'
import { withClient } from './with-client.js'

/**
 * Makes empty databases of an owner who is no superuser, bypasses no policy and inherits no role;
 * they are dropped after this test file.
 */
export async function ordinaryOwner(): Promise<() => Promise<string>> {
  const { url, prefix } = inject('testServer')
  const [name, password] = [`${prefix}owner_${randomBytes(4).toString('hex')}`, randomBytes(12).toString('hex')]
  const databases: string[] = []
  await withClient(url, async (client) => {
    await client.query(`create role "${name}" login createrole createdb noinherit nobypassrls password '${password}'`)
    await client.query(`grant calistheniq_app, calistheniq_operator to "${name}" with admin option`)
  })
  afterAll(() =>
    withClient(url, async (client) => {
      for (const database of databases) await client.query(`drop database if exists "${database}" with (force)`)
      await client.query(`drop role "${name}"`)
    }),
  )
  return async () => {
    const database = `${prefix}owned_${randomBytes(6).toString('hex')}`
    databases.push(database)
    await withClient(url, (client) => client.query(`create database "${database}" owner "${name}"`))
    // as a database's owner would, who inherits nothing
    await withClient(databaseUrl(url, database), (client) => client.query(`alter schema public owner to "${name}"`))
    const owned = new URL(databaseUrl(url, database))
    owned.username = name
    owned.password = password
    return owned.href
  }
}
