export { apiKey } from './auth/api-key.js'
export type { Auth } from './auth/auth.js'
export { keyValueTokenStore } from './auth/key-value-tokens.js'
export { type SessionAuth, type SessionOptions, session } from './auth/session.js'
export type { TokenStore, Tokens } from './auth/tokens.js'
export { type Calistheniq, type ClientOptions, createClient } from './create-client.js'
export { type EtagStore, memoryEtags } from './etags.js'
export type * from './generated/types.gen.js'
export type { KeyValueStorage } from './key-value.js'
export { indexedDbQueueStore } from './offline/indexed-db-store.js'
export { keyValueQueueStore } from './offline/key-value-store.js'
export { memoryQueueStore } from './offline/memory-store.js'
export {
  type CommandId,
  type OfflineQueue,
  offlineQueue,
  type QueueOptions,
  type SyncResult,
} from './offline/offline-queue.js'
export type { Queued, QueuedProblem, QueueStore } from './offline/queued.js'
export { CalistheniqProblem, CalistheniqUnreachable, isProblem } from './problem.js'
export type { Answer } from './request/attempt.js'
export { mayPass } from './request/may-pass.js'
export { uuid7 } from './request/uuid.js'
export type { Call, CallOptions, Calls, Input, ItemOf, OperationId, Output } from './types.js'
