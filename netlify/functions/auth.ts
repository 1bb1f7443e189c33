import type { Config } from '@netlify/functions'
import { serveAccounts } from './core/infrastructure/http/accounts/serve-accounts.js'

export default serveAccounts()

export const config: Config = { path: ['/api/v1/auth', '/api/v1/auth/*'] }
