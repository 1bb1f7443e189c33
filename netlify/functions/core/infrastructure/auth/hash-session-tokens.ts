import type { BetterAuthPlugin, DBAdapter, DBTransactionAdapter } from 'better-auth'
import { byHash, withHash, withToken } from './session-token-hash.js'

/**
 * Lets the account service store hashes of session tokens only. A session that is found by its token
 * has that token; one that is found in another way has the hash, which opens nothing.
 */
export function hashSessionTokens() {
  return {
    id: 'hash-session-tokens',
    init: ({ adapter }) => ({ context: { adapter: hashing(adapter) } }),
  } satisfies BetterAuthPlugin
}

function hashing(adapter: DBAdapter): DBAdapter {
  return {
    ...hashingRows(adapter),
    transaction: (work) => adapter.transaction((inside) => work(hashingRows(inside))),
  }
}

function hashingRows(adapter: DBTransactionAdapter): DBTransactionAdapter {
  return {
    ...adapter,
    create: async (asked) =>
      withToken(asked, await adapter.create({ ...asked, data: withHash(asked.model, asked.data) })),
    findOne: async (asked) => withToken(asked, await adapter.findOne(byHash(asked))),
    findMany: async <Row>(asked: Parameters<DBAdapter['findMany']>[0]) =>
      (await adapter.findMany<Row>(byHash(asked))).map((row) => withToken(asked, row)),
    count: (asked) => adapter.count(byHash(asked)),
    update: async (asked) =>
      withToken(asked, await adapter.update({ ...byHash(asked), update: withHash(asked.model, asked.update) })),
    updateMany: (asked) => adapter.updateMany({ ...byHash(asked), update: withHash(asked.model, asked.update) }),
    delete: (asked) => adapter.delete(byHash(asked)),
    deleteMany: (asked) => adapter.deleteMany(byHash(asked)),
    consumeOne: async (asked) => withToken(asked, await adapter.consumeOne(byHash(asked))),
    incrementOne: async (asked) => withToken(asked, await adapter.incrementOne(byHash(asked))),
  }
}
