import type { Config } from '@netlify/functions'
import { serve } from './core/infrastructure/http/serve.js'
import { progressionOperations } from './core/orchestration/progression-operations.js'

export default serve(progressionOperations)

export const config: Config = { path: ['/api/v1/progression/*'] }
