import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http'
import { StartFault } from './fault.js'
import { mailsPath, serveMails } from './mails-page.js'
import { passBack } from './pass-back.js'

/** The ports of `netlify dev`: one for the site, and one for the functions alone. */
export type Upstream = { readonly sitePort: number; readonly functionsPort: number }

export type Front = {
  readonly port: number
  /** Passes requests on from now on; before that they are answered with 503. */
  open(upstream: Upstream): void
  close(): Promise<void>
}

export type FrontOptions = {
  readonly requestMsMax: number
  /** Where the file outbox is. */
  readonly mailFolder: string
}

/**
 * Listens on the port that people use, and passes requests on to `netlify dev`: those for the API
 * go directly to its functions. Through its site, every answer 403 or 404 of a function would make
 * it ask four more times, for `.html` files that a site could have at that path, and return the
 * last answer. Answers are compressed as the platform's CDN does it. A request that has not arrived whole after `requestMsMax` is answered with 408.
 *
 * @throws StartFault when the port is taken.
 */
export async function openFront(port: number, { requestMsMax, mailFolder }: FrontOptions): Promise<Front> {
  let upstream: Upstream | null = null
  const handle = (incoming: IncomingMessage, outgoing: ServerResponse) => {
    if (pathOf(incoming) === mailsPath) serveMails(mailFolder, incoming, outgoing)
    else if (upstream) handOn(incoming, outgoing, upstream)
    else outgoing.writeHead(503, { 'retry-after': '1' }).end()
  }
  // `netlify dev` would wait for ever, because it reads a request whole before the API sees it
  const limits = { requestTimeout: requestMsMax, headersTimeout: requestMsMax, connectionsCheckingInterval: 250 }
  const servers = [await listen(createServer(limits, handle), port, '127.0.0.1')]
  const bound = portOf(servers[0], port)
  // `localhost` may also mean ::1; without IPv6 it does not
  servers.push(await listen(createServer(limits, handle), bound, '::1'))
  return {
    port: bound,
    open: (opened) => {
      upstream = opened
    },
    close: async () => {
      await Promise.all(servers.map(closeServer))
    },
  }
}

/**
 * Listens on this machine only, because the demo account's password is no secret. Returns null when
 * the machine has no such address.
 */
function listen(server: Server, port: number, host: string): Promise<Server | null> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      if (cause.code === 'EADDRNOTAVAIL' || cause.code === 'EAFNOSUPPORT') resolve(null)
      else reject(portFault(port, cause))
    })
    server.listen(port, host, () => resolve(server))
  })
}

function portOf(server: Server | null | undefined, wanted: number): number {
  const address = server?.address()
  return typeof address === 'object' && address ? address.port : wanted
}

function closeServer(server: Server | null): Promise<void> {
  server?.closeAllConnections()
  return new Promise((resolve) => (server ? server.close(() => resolve()) : resolve()))
}

function portFault(port: number, cause: NodeJS.ErrnoException): StartFault {
  const sentences: Readonly<Record<string, string>> = {
    EADDRINUSE: `Port ${port} is taken: end what listens there (\`lsof -i :${port}\` names it), or choose another with \`PORT=8889 npm start\`.`,
    EACCES: `Port ${port} may not be used by this user: choose one above 1023 with \`PORT=8888 npm start\`.`,
  }
  return new StartFault(sentences[cause.code ?? ''] ?? `Port ${port} cannot be used: ${cause.message}.`, { cause })
}

function handOn(incoming: IncomingMessage, outgoing: ServerResponse, { sitePort, functionsPort }: Upstream): void {
  const { method, url = '/', headers, socket } = incoming
  const port = /^\/(api|\.netlify\/functions)(\/|$)/.test(url) ? functionsPort : sitePort
  const onward = request({
    host: '127.0.0.1',
    port,
    method,
    path: url,
    headers: { ...headers, 'x-forwarded-for': socket.remoteAddress },
  })
  const breakOff = () => {
    if (outgoing.headersSent) outgoing.destroy()
    else outgoing.writeHead(502).end()
  }
  onward.on('response', (answer) => passBack(answer, incoming, outgoing).catch(breakOff))
  onward.on('error', breakOff)
  outgoing.on('close', () => onward.destroy())
  if (!isReadByNobody(incoming)) incoming.pipe(onward)
  else {
    incoming.resume()
    // without either there is no body, while one of length 0 would still be unpacked
    for (const name of ['content-length', 'transfer-encoding']) onward.removeHeader(name)
    onward.end()
  }
}

function pathOf({ url = '/' }: IncomingMessage): string {
  return url.split('?')[0] ?? url
}

/**
 * Recognizes bodies that the API never reads, and that `netlify dev` stumbles over: of GET and HEAD,
 * where it answers 500, and compressed ones, which it unpacks before the API can refuse them.
 */
function isReadByNobody({ method, headers }: IncomingMessage): boolean {
  const coding = headers['content-encoding']?.trim().toLowerCase() ?? ''
  return method === 'GET' || method === 'HEAD' || !['', 'identity'].includes(coding)
}
