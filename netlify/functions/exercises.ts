import type { Config } from '@netlify/functions'
import { serve } from './core/infrastructure/http/serve.js'
import { exerciseOperations } from './core/orchestration/library/operations.js'

export default serve(exerciseOperations)

export const config: Config = { path: ['/api/v1/exercises', '/api/v1/exercises/*'] }
