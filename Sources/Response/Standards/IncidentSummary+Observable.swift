import Vocabulary

extension IncidentSummary {
    /// Something to look for in logs: a random id or a keyed hash, never an address or a name.
    public struct Observable: Hashable, Sendable {
        /// What it is. The raw value is what documents say.
        public enum Kind: String, Hashable, Sendable, CaseIterable {
            /// The keyed hash of a network address.
            case addressHash = "address-hash"
            /// A client.
            case client
            /// A gateway process.
            case gateway
            /// A session.
            case session
        }

        /// What it is.
        public let kind: Kind
        /// The id, or the hash in hexadecimal digits.
        public let value: String

        private init(_ kind: Kind, _ value: String) { (self.kind, self.value) = (kind, value) }

        /// A session.
        public static func session(_ id: SessionID) -> Observable { Observable(.session, id.description) }

        /// A client.
        public static func client(_ id: ClientID) -> Observable { Observable(.client, id.description) }

        /// A gateway process.
        public static func gateway(_ id: GatewayID) -> Observable { Observable(.gateway, id.description) }

        /// The hash of an address under a key that stays with the asker, for without a key it can be reversed; nil for
        /// other lengths than 16 to 64 bytes.
        public static func addressHash(_ digest: [UInt8]) -> Observable? {
            guard (16...64).contains(digest.count) else { return nil }
            let digits = Array("0123456789abcdef")
            return Observable(.addressHash, String(digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }))
        }
    }
}
