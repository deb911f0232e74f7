import Crypto

/// Makes a finding show ids only: the last thing done to it before it is shown, stored or sent.
///
/// Fields that hold names, addresses, telephone numbers or birth dates are dropped, by their names
/// (``PersonalFields``). In what is left, and in the title and the sentence, e-mail addresses and numbers of 15 digits
/// that may be a French NIR are replaced by a short keyed hash (the same for the same value and key, so that findings
/// can still be told apart), control characters by spaces, and what is longer than 200 bytes is cut.
public struct Redaction: Sendable {
    /// The most bytes of a value.
    public static let maximumValueBytes = 200
    /// The most fields of a group, and of what is shown.
    public static let maximumFields = 64
    private let key: SymmetricKey?
    private let keepsAccountAddresses: Bool
    private let fields: PersonalFields

    /// Sets the filter.
    ///
    /// - Parameters:
    ///   - key: At least 16 bytes for the hashes; without one, `[redacted]` stands in their place.
    ///   - keepsAccountAddresses: Whether an account whose name is an e-mail address keeps it.
    ///   - dropping: More fields to drop, by their full names in lower case.
    public init(key: [UInt8]? = nil, keepsAccountAddresses: Bool = false, dropping: Set<String> = []) {
        self.key = key.flatMap { $0.count >= 16 ? SymmetricKey(data: $0) : nil }
        self.keepsAccountAddresses = keepsAccountAddresses
        fields = PersonalFields(also: dropping)
    }

    /// The finding with what may be shown.
    public func apply(_ finding: Finding) -> Finding {
        var out = finding
        out.group = pairs(finding.group)
        out.shown = pairs(finding.shown)
        out.title = text(finding.title, bytes: 300)
        out.why = text(finding.why, bytes: 600)
        out.rule = text(finding.rule, bytes: Self.maximumValueBytes)
        out.unit = finding.unit.map { text($0, bytes: 40) }
        out.tags = finding.tags.prefix(Self.maximumFields).map { text($0, bytes: 100) }
        return out
    }

    private func pairs(_ pairs: [Finding.Pair]) -> [Finding.Pair] {
        pairs.lazy.filter { !fields.contains($0.field) }.prefix(Self.maximumFields).map { pair in
            let field = text(pair.field, bytes: 100)
            guard keepsAccountAddresses, PersonalFields.isAccount(pair.field) else {
                return Finding.Pair(field, text(pair.value, bytes: Self.maximumValueBytes))
            }
            let kept = replacing(Array(pair.value.utf8), PersonalText.numbers)
            return Finding.Pair(field, OutputText.plain(OutputText.cut(kept, bytes: Self.maximumValueBytes)))
        }
    }

    private func text(_ text: String, bytes: Int) -> String {
        let known = String(decoding: text.utf8.prefix(8_192), as: UTF8.self)
        let withoutAddresses = replacing(Array(known.utf8), PersonalText.addresses)
        let clean = replacing(Array(withoutAddresses.utf8), PersonalText.numbers)
        return OutputText.plain(OutputText.cut(clean, bytes: bytes))
    }

    private func replacing(_ bytes: [UInt8], _ find: ([UInt8]) -> [PersonalText.Match]) -> String {
        var (out, done) = ([UInt8](), 0)
        for match in find(bytes) {
            out += bytes[done..<match.range.lowerBound]
            out += replacement(match).utf8
            done = match.range.upperBound
        }
        return String(decoding: out + bytes[done...], as: UTF8.self)
    }

    private func replacement(_ match: PersonalText.Match) -> String {
        guard let key else { return "[redacted]" }
        let code = HMAC<SHA256>.authenticationCode(for: Array(match.kind.utf8) + [0] + match.canonical, using: key)
        return "\(match.kind)#\(FindingDigest.hex(Array(code.prefix(6))))"
    }
}
