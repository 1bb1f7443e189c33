import { serveAccounts } from '#http/accounts/serve-accounts.js'
import { servedOperations } from '#http/openapi/operations.js'
import { serve } from '#http/serve.js'
import type { SendMail } from '#infrastructure/mail/mail.js'
import { listen } from '#tests/faults/support/process/node-server.js'
import { freshAddress } from '#tests/support/account-api.js'
import type { TestApi } from '#tests/support/api.js'

export type Upstream = {
  /** With the base path. */
  readonly url: string
  /** Changes the next answer on its way to Prism. */
  readonly spoilNext: (spoil: (response: Response) => Response | Promise<Response>) => void
}

/**
 * Serves everything that the document describes over HTTP: the operations, and the account service, to
 * which each request comes from another address. Mails go to `mail`.
 */
export async function serveUpstream({ environment }: TestApi, mail: SendMail): Promise<Upstream> {
  const [ofOperations, ofAccounts] = [
    serve(servedOperations, () => environment),
    serveAccounts(() => ({ ...environment, mail })),
  ]
  let spoil: ((response: Response) => Response | Promise<Response>) | null = null
  const port = await listen(async (request) => {
    const isAccounts = new URL(request.url).pathname.startsWith('/api/v1/auth/')
    const response = await (isAccounts ? ofAccounts(request, { ip: freshAddress() }) : ofOperations(request))
    const change = spoil
    spoil = null
    return change ? change(response) : response
  })
  return {
    url: `http://127.0.0.1:${port}/api/v1`,
    spoilNext: (change) => {
      spoil = change
    },
  }
}
