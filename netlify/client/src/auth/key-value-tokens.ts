import { type KeyValueStorage, readJson, writeJson } from '../key-value.js'
import type { TokenStore, Tokens } from './tokens.js'

/**
 * Keeps tokens in `localStorage`, or in SecureStore of React Native. Every script of a page's origin
 * can read `localStorage`: use it where all of them are yours.
 */
export function keyValueTokenStore(storage: KeyValueStorage, name = 'calistheniq.tokens'): TokenStore {
  return {
    load: () => readJson<Tokens>(storage, name),
    save: (tokens) => writeJson(storage, name, tokens),
  }
}
