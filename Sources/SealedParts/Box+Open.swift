import Crypto
import Foundation
import Sealing
import Vocabulary

extension Box {
    /// Opens. Throws `notAuthentic` for another recipient, purpose, context or altered bytes.
    public func open(
        with secret: RecipientSecret, purpose: String, context: [UInt8]
    ) throws(SealingError) -> SecretBytes {
        let info = try Box.info(purpose, context)
        let key = try secret.privateKey()
        let body = bytes.dropFirst()
        do {
            let encapsulated = Data(body.prefix(Box.encapsulated))
            var recipient = try HPKE.Recipient(
                privateKey: key, ciphersuite: Box.suite, info: info, encapsulatedKey: encapsulated)
            var plain = try recipient.open(body.dropFirst(Box.encapsulated))
            return unsafe plain.withUnsafeMutableBytes { memory in
                defer { unsafe wipe(memory) }
                return unsafe SecretBytes(memory)
            }
        } catch { throw SealingError(.notAuthentic, Box.place) }
    }
}
