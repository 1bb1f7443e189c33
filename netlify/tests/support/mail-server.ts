import type { AddressInfo } from 'node:net'
import { type ParsedMail, simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'

export type Received = ParsedMail & {
  /** The addresses of the envelope: who gets it. */
  readonly recipients: readonly string[]
}

export type MailServer = {
  readonly url: string
  readonly mails: readonly Received[]
  /** Refuses every mail from now on, naming its recipient. */
  readonly refuse: () => void
  readonly close: () => Promise<void>
}

/** Starts a mail server on this machine, which takes every mail and parses it. */
export async function mailServer(): Promise<MailServer> {
  const mails: Received[] = []
  let refuses = false
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    onRcptTo: ({ address }, _, done) => done(refuses ? new Error(`no mailbox ${address} here`) : null),
    onData: (stream, { envelope }, done) => {
      simpleParser(stream).then((mail) => {
        mails.push({ ...mail, recipients: envelope.rcptTo.map(({ address }) => address) })
        done()
      }, done)
    },
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.server.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    refuse: () => {
      refuses = true
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}
