extension IncidentSummary {
    /// A technique of MITRE ATT&CK, or a sub-technique.
    public struct Technique: Hashable, Sendable {
        /// `T1078` or `T1078.004`.
        public let id: String
        /// Its name in the matrix.
        public let name: ClippedText

        /// Throws for an id of another form.
        public init(id: String, name: String) throws(IncidentSummaryError) {
            guard Self.isID(Array(id.utf8)) else { throw .badTechnique }
            self.id = id
            self.name = ClippedText(ImpersonalText.of(name), bytes: 200)
        }

        /// The technique's own id, without that of a sub-technique.
        public var parent: String { String(id.prefix(5)) }

        private static func isID(_ bytes: [UInt8]) -> Bool {
            let isDigit = { (byte: UInt8) in byte &- 48 < 10 }
            guard bytes.count >= 5, bytes[0] == UInt8(ascii: "T"), bytes[1..<5].allSatisfy(isDigit) else {
                return false
            }
            if bytes.count == 5 { return true }
            return bytes.count == 9 && bytes[5] == UInt8(ascii: ".") && bytes[6...].allSatisfy(isDigit)
        }
    }
}
