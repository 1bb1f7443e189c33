import { createHash, createSign, generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto'

/** What a browser and an authenticator make of a challenge (WebAuthn Level 3), with one key pair. */
export type SoftwareAuthenticator = {
  /** Makes the credential: what `navigator.credentials.create()` gives. */
  readonly make: (asked: Asked) => Record<string, unknown>
  /** Shows it: what `navigator.credentials.get()` gives. */
  readonly show: (asked: Asked) => Record<string, unknown>
}

type Asked = {
  /** The options of the relying party. */
  readonly options: { readonly challenge: string }
  /** The page that asks. */
  readonly origin: string
  /** Whether the authenticator asked for its owner. */
  readonly ownerVerified?: boolean
}

const present = 0x01
const verified = 0x04
const withCredential = 0x40

/** Makes an authenticator for one host, without attestation, whose counter is always 0, as passkeys that are synchronised have it. */
export function softwareAuthenticator(rpId: string): SoftwareAuthenticator {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const id = randomBytes(16)
  const about = { id: id.toString('base64url'), rawId: id.toString('base64url'), type: 'public-key' }
  const rpIdHash = sha256(rpId)
  const dataOf = (flags: number, ...rest: Buffer[]) =>
    Buffer.concat([rpIdHash, Buffer.from([flags]), Buffer.alloc(4), ...rest])
  const flagsOf = ({ ownerVerified = true }: Asked) => present | (ownerVerified ? verified : 0)
  return {
    make: (asked) => {
      const length = Buffer.alloc(2)
      length.writeUInt16BE(id.length)
      const credential = Buffer.concat([Buffer.alloc(16), length, id, coseKey(publicKey)])
      const authData = dataOf(flagsOf(asked) | withCredential, credential)
      const attestation = Buffer.concat([
        ...[Buffer.from([0xa3]), text('fmt'), text('none'), text('attStmt'), Buffer.from([0xa0])],
        ...[text('authData'), bytes(authData)],
      ])
      const clientDataJSON = clientData('webauthn.create', asked).toString('base64url')
      const response = {
        clientDataJSON,
        attestationObject: attestation.toString('base64url'),
        transports: ['internal'],
      }
      return { ...about, response, clientExtensionResults: {} }
    },
    show: (asked) => {
      const [client, data] = [clientData('webauthn.get', asked), dataOf(flagsOf(asked))]
      const signature = createSign('sha256').update(data).update(createHash('sha256').update(client).digest())
      const response = {
        clientDataJSON: client.toString('base64url'),
        authenticatorData: data.toString('base64url'),
        signature: signature.sign(privateKey).toString('base64url'),
      }
      return { ...about, response, clientExtensionResults: {} }
    },
  }
}

function clientData(type: string, { options, origin }: Asked): Buffer {
  return Buffer.from(JSON.stringify({ type, challenge: options.challenge, origin, crossOrigin: false }))
}

function sha256(value: string): Buffer {
  return createHash('sha256').update(value).digest()
}

/** A key of ES256 as COSE has it (RFC 9053, 7.1.1), in CBOR. */
function coseKey(key: KeyObject): Buffer {
  const { x = '', y = '' } = key.export({ format: 'jwk' })
  const head = Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21])
  return Buffer.concat([
    ...[head, bytes(Buffer.from(x, 'base64url'))],
    ...[Buffer.from([0x22]), bytes(Buffer.from(y, 'base64url'))],
  ])
}

/** A short text in CBOR (RFC 8949, 3.1). */
function text(value: string): Buffer {
  return Buffer.concat([Buffer.from([0x60 + value.length]), Buffer.from(value)])
}

/** Up to 255 bytes in CBOR. */
function bytes(value: Buffer): Buffer {
  return Buffer.concat([Buffer.from([0x58, value.length]), value])
}
