import { afterAll, describe, expect, test } from 'vitest'
import * as z from 'zod'
import { testDatabase } from './database.js'
import { startNeonEndpoint } from './neon-endpoint.js'

const arranged = await testDatabase()
const endpoint = await startNeonEndpoint()
afterAll(() => endpoint.close())

const wire = { 'Neon-Connection-String': arranged.url, 'Neon-Raw-Text-Output': 'true', 'Neon-Array-Mode': 'true' }
const answer = z.looseObject({})

async function post(body: unknown, headers: Record<string, string> = {}) {
  const response = await fetch(endpoint.url, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { ...wire, ...headers },
  })
  return { status: response.status, body: answer.parse(await response.json()) }
}

describe("the test endpoint for Neon's HTTP protocol", () => {
  test('answers a query with typed fields, raw text, row count and command', async () => {
    const { status, body } = await post({ query: 'select $1::int as n, true as yes, null as nothing', params: ['7'] })
    expect(status).toBe(200)
    expect(body).toMatchObject({ rows: [['7', 't', null]], rowCount: 1, command: 'SELECT' })
    expect(body.fields).toMatchObject([
      { name: 'n', dataTypeID: 23 },
      { name: 'yes', dataTypeID: 16 },
      { name: 'nothing', dataTypeID: 25 },
    ])
  })

  test('answers with objects when array mode is off', async () => {
    const { body } = await post({ query: 'select 1 as n', params: [] }, { 'Neon-Array-Mode': 'false' })
    expect(body).toMatchObject({ rows: [{ n: '1' }] })
  })

  test('answers a batch with one result per query, in one transaction with its options', async () => {
    const setting = (name: string) => ({ query: `select current_setting('transaction_${name}')`, params: [] })
    const options = {
      'Neon-Batch-Isolation-Level': 'Serializable',
      'Neon-Batch-Read-Only': 'true',
      'Neon-Batch-Deferrable': 'true',
    }
    const { body } = await post({ queries: ['isolation', 'read_only', 'deferrable'].map(setting) }, options)
    expect(body.results).toMatchObject([{ rows: [['serializable']] }, { rows: [['on']] }, { rows: [['on']] }])
  })

  test('answers a database error with 400 and its SQLSTATE fields', async () => {
    const { status, body } = await post({ query: `select app.ensure(false, 'SESSION_NOT_OPEN')`, params: [] })
    expect(status).toBe(400)
    expect(body).toMatchObject({
      code: 'CQ001',
      severity: 'ERROR',
      constraint: 'SESSION_NOT_OPEN',
      routine: 'exec_stmt_raise',
    })
  })

  test('refuses several statements in one query, as Neon does', async () => {
    const { status, body } = await post({ query: 'select 1; select 2', params: [] })
    expect({ status, code: body.code }).toEqual({ status: 400, code: '42601' })
  })

  test('answers a malformed request with 400 and no SQLSTATE', async () => {
    const { status, body } = await post({ queries: [] }, { 'Neon-Batch-Isolation-Level': 'Snapshot' })
    expect({ status, body }).toEqual({ status: 400, body: { message: 'no such isolation level: Snapshot' } })
  })
})
