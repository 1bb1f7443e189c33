import { after, type Check } from './check.js'

/** What must hold for an answer after what happened before it, and for who asks. */
export const stateChecks: readonly Check[] = [
  {
    name: 'use_after_free',
    applies: after('asks for what was deleted'),
    faultOf: ({ answer }) => (answer.status === 404 ? null : 'should be 404'),
  },
  {
    name: 'ensure_resource_availability',
    applies: after('asks for what was created'),
    faultOf: ({ answer }) => (answer.status === 200 ? null : 'should be 200'),
  },
  {
    name: 'ignored_auth',
    applies: after('has no credentials'),
    faultOf: ({ answer }) => ([401, 403].includes(answer.status) ? null : 'should be 401'),
  },
]
