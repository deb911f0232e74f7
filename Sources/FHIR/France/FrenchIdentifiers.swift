import JSONTree

/// Checks of French identifiers. They warn and never refuse: published examples fail them too.
public enum FrenchIdentifiers {
    /// A doubtful identifier: which check, and where; never the value.
    public struct Warning: Hashable, Sendable, CustomStringConvertible {
        /// Which check failed.
        public enum Check: String, Sendable {
            /// NIR or INS: not 13 characters, or 15 with a key that is 97 − n mod 97.
            case nir
            /// RPPS: not 11 digits with a Luhn key.
            case rpps
            /// FINESS: not 9 characters with a Luhn key.
            case finess
        }

        /// Which check failed.
        public let check: Check
        /// Where: `Patient.identifier[0].value`.
        public let location: String
        /// Check and location.
        public var description: String { "\(check.rawValue) at \(location)" }
    }

    /// System of RPPS numbers.
    public static let rppsSystem = "https://rpps.esante.gouv.fr"
    /// System of FINESS numbers.
    public static let finessSystem = "https://finess.esante.gouv.fr"
    /// National identifier of a professional: `8` + RPPS.
    public static let idnpsSystem = "urn:oid:1.2.250.1.71.4.2.1"
    /// National identifier of a structure: `1` + FINESS.
    public static let idnstSystem = "urn:oid:1.2.250.1.71.4.2.2"

    /// The doubtful identifiers among the resource's own `identifier` elements.
    public static func warnings(_ resource: JSONValue) -> [Warning] {
        guard let type = resource["resourceType"]?.string.flatMap(ResourceType.init) else { return [] }
        return (resource["identifier"]?.array ?? []).enumerated().compactMap { index, identifier in
            guard let system = identifier["system"]?.string, let value = identifier["value"]?.string,
                let check = failed(system, value)
            else { return nil }
            return Warning(check: check, location: "\(type.name).identifier[\(index)].value")
        }
    }

    /// The check that the value of an identifier with this system fails, if any.
    static func failed(_ system: String, _ value: String) -> Warning.Check? {
        switch system {
        case rppsSystem: isRPPS(value) ? nil : .rpps
        case finessSystem: isFINESS(value) ? nil : .finess
        case idnpsSystem where value.utf8.first == UInt8(ascii: "8"): isRPPS(String(value.dropFirst())) ? nil : .rpps
        case idnstSystem where value.utf8.first == UInt8(ascii: "1"):
            isFINESS(String(value.dropFirst())) ? nil : .finess
        case _ where NationalIdentifier.isSystem(system): isNIR(value) ? nil : .nir
        default: nil
        }
    }

    /// Eleven digits, the last a Luhn key.
    public static func isRPPS(_ text: String) -> Bool { text.utf8.count == 11 && hasLuhnKey(text) }

    /// Nine characters, the last a Luhn key over the digits; Corsican `2A` and `2B` are read as `20`.
    public static func isFINESS(_ text: String) -> Bool {
        guard text.utf8.count == 9 else { return false }
        let isCorsican = text.hasPrefix("2A") || text.hasPrefix("2B")
        return hasLuhnKey(isCorsican ? "20" + text.dropFirst(2) : text)
    }

    /// Fourteen digits, the last a Luhn key; those of La Poste (SIREN 356000000) add up to a multiple of 5 instead, where they do not keep it.
    public static func isSIRET(_ text: String) -> Bool {
        guard text.utf8.count == 14, text.utf8.allSatisfy(PrimitiveKind.isDigit) else { return false }
        let sum = text.utf8.reduce(0) { $0 + Int($1 - UInt8(ascii: "0")) }
        return hasLuhnKey(text) || text.hasPrefix("356000000") && sum % 5 == 0
    }

    /// The Luhn check (ISO/IEC 7812-1, annex B) over decimal digits.
    public static func hasLuhnKey(_ text: String) -> Bool {
        var sum = 0
        for (index, byte) in text.utf8.reversed().enumerated() {
            guard PrimitiveKind.isDigit(byte) else { return false }
            let digit = Int(byte - UInt8(ascii: "0")) << (index & 1)
            sum += digit > 9 ? digit - 9 : digit
        }
        return !text.isEmpty && sum % 10 == 0
    }
}

extension FrenchIdentifiers {
    /// The key of a NIR or INS matricule: 97 − (n mod 97), `2A` read as 19 and `2B` as 18; nil if it is none.
    public static func nirKey(_ text: String) -> Int? {
        var bytes = Array(text.utf8)
        guard bytes.count == 13 else { return nil }
        if bytes[5] == UInt8(ascii: "2"), bytes[6] == UInt8(ascii: "A") || bytes[6] == UInt8(ascii: "B") {
            let isSouth = bytes[6] == UInt8(ascii: "A")
            (bytes[5], bytes[6]) = (UInt8(ascii: "1"), isSouth ? UInt8(ascii: "9") : UInt8(ascii: "8"))
        }
        guard bytes.allSatisfy(PrimitiveKind.isDigit) else { return nil }
        return 97 - bytes.reduce(0) { ($0 * 10 + Int($1 - UInt8(ascii: "0"))) % 97 }
    }

    /// Thirteen characters, or fifteen with the right key.
    static func isNIR(_ text: String) -> Bool { text.utf8.count == 13 ? nirKey(text) != nil : hasValidNIRKey(text) }

    /// Whether the text, spaces aside, is a matricule with its right key.
    public static func hasValidNIRKey(_ text: String) -> Bool {
        let compact = text.filter { $0 != " " }
        guard compact.utf8.count == 15, let key = nirKey(String(compact.prefix(13))) else { return false }
        return Int(compact.suffix(2)) == key
    }
}
