import Vocabulary

/// The URL of a request in the one form in which two of them are compared (RFC 9449 §4.3, item 9; RFC 3986 §6.2.2, §6.2.3):
/// scheme and host in lower case, no default port, no needless percent-encoding, `/` for an empty path; no query and no
/// fragment. User information, dot segments and other schemes than `http` and `https` are refused.
package struct TargetURL: Hashable, Sendable {
    /// The longest text that is read, in bytes.
    static let maximumLength = 2048

    /// Scheme, host and, when it is not the scheme's own, port.
    package let origin: String
    /// Begins with `/`.
    package let path: String

    /// Reads an absolute URL; nil for anything else, also for one with a query or fragment.
    init?(_ text: String) {
        guard text.utf8.count <= TargetURL.maximumLength, text.utf8.allSatisfy(TargetURL.isAllowed) else { return nil }
        let parts = text.utf8.split(separator: UInt8(ascii: "/"), maxSplits: 3, omittingEmptySubsequences: false)
        guard parts.count >= 3, parts[1].isEmpty else { return nil }
        let (scheme, authority) = (String(Substring(parts[0])).lowercased(), String(Substring(parts[2])).lowercased())
        guard let port = TargetURL.ports[scheme], let host = TargetURL.host(authority, without: port) else {
            return nil
        }
        guard let path = TargetURL.path(parts.count == 4 ? Array(parts[3]) : []) else { return nil }
        origin = scheme + "//" + host
        self.path = path
    }

    /// Reads the URL of a request as it came, and leaves its query and fragment.
    package init?(ofRequest text: String) {
        self.init(String(Substring(text.utf8.prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") })))
    }

    /// The patient in the path: `/fhir/Patient/P`, `/fhir/Observation/P.7`, and what lies below (docs/formats/store.md).
    var patient: PatientID? {
        let parts = path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).map {
            Substring($0)
        }
        guard parts.count >= 4, parts[1] == "fhir", parts[2].first?.isUppercase == true else { return nil }
        if parts[2] == "Patient" { return PatientID(parts[3]) }
        let (id, rest) = (parts[3].prefix(36), parts[3].dropFirst(36))
        let isOwn = (2...28).contains(rest.utf8.count) && rest.first == "." && rest.utf8.allSatisfy(TargetURL.isInID)
        return isOwn ? PatientID(id) : nil
    }

    /// Of a FHIR id (R4, datatypes, id).
    private static func isInID(_ unit: UInt8) -> Bool {
        PercentEncoding.isUnreserved(unit) && unit != UInt8(ascii: "_") && unit != UInt8(ascii: "~")
    }

    /// Everything of RFC 3986 §2 but `?` and `#`.
    private static func isAllowed(_ unit: UInt8) -> Bool {
        PercentEncoding.isUnreserved(unit) || "!$&'()*+,;=:@/[]%".utf8.contains(unit)
    }

    private static let ports = ["https:": "443", "http:": "80"]

    /// A name or a literal address, and its port unless that is the scheme's own.
    private static func host(_ authority: String, without own: String) -> String? {
        let isLiteral = authority.hasPrefix("[")
        guard let end = isLiteral ? authority.firstIndex(of: "]").map(authority.index(after:)) : authority.endOfName
        else { return nil }
        let (name, rest) = (authority[..<end], authority[end...])
        let isName = name.utf8.allSatisfy { PercentEncoding.isUnreserved($0) || isLiteral && ":[]".utf8.contains($0) }
        guard isName, !name.isEmpty, rest.isEmpty || rest.first == ":" else { return nil }
        let port = rest.dropFirst()
        if port.isEmpty || port == own { return String(name) }
        guard let number = UInt16(port), String(number) == port else { return nil }
        return "\(name)\(rest)"
    }

    /// The path behind its first slash, with unreserved characters bare and other escapes in upper case.
    private static func path(_ units: [UInt8]) -> String? {
        let dot = UInt8(ascii: ".")
        var (out, rest) = ([UInt8(ascii: "/")], units[...])
        while let unit = rest.popFirst() {
            guard unit == UInt8(ascii: "%") else {
                guard unit != UInt8(ascii: "["), unit != UInt8(ascii: "]") else { return nil }
                out.append(unit)
                continue
            }
            guard let byte = [UInt8](hexadecimal: String(decoding: rest.prefix(2), as: UTF8.self).lowercased())?.first
            else { return nil }
            out +=
                PercentEncoding.isUnreserved(byte)
                ? [byte] : [unit] + rest.prefix(2).map { $0 >= UInt8(ascii: "a") ? $0 - 32 : $0 }
            rest = rest.dropFirst(2)
        }
        let isDotted = out.split(separator: UInt8(ascii: "/")).contains { $0 == [dot] || $0 == [dot, dot] }
        return isDotted ? nil : String(decoding: out, as: UTF8.self)
    }
}

extension String {
    /// Where the name of an authority without brackets ends.
    fileprivate var endOfName: Index? { firstIndex(of: ":") ?? endIndex }
}
