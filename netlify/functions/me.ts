import type { Config } from '@netlify/functions'
import { serve } from './core/infrastructure/http/serve.js'
import { athleteOperations } from './core/orchestration/athlete-operations.js'

export default serve(athleteOperations)

export const config: Config = { path: ['/api/v1/me', '/api/v1/me/*'] }
