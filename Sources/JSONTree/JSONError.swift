/// Why a text was refused, and where; never a value of it. Two errors with the same code are equal.
public struct JSONError: Error, Equatable, Sendable {
    /// What was wrong.
    public let code: Code
    /// The byte at which it shows, counted from 0; the text's length if it ended too early.
    public let offset: Int
    /// The element, as a JSON Pointer (RFC 6901) of keys and indexes; empty for the whole text or when not known.
    ///
    /// Keys are cut to 64 bytes and lose their control characters; what lies deeper than about 1 KiB of text is `…`.
    public private(set) var path: String

    init(_ code: Code, offset: Int) {
        self.code = code
        self.offset = offset
        path = ""
    }

    /// Compares codes only.
    public static func == (a: JSONError, b: JSONError) -> Bool { a.code == b.code }

    /// The error, seen from the object that holds `key`.
    func inside(_ key: String) -> JSONError { inside(token: JSONError.token(key)) }

    /// The error, seen from the array that holds `index`.
    func inside(_ index: Int) -> JSONError { inside(token: String(index)) }

    private func inside(token: String) -> JSONError {
        var error = self
        error.path = "/" + token + (path.utf8.count > 1024 ? "/…" : path)
        return error
    }

    private static func token(_ key: String) -> String {
        var token = ""
        var room = key.utf8.count > 64 ? 61 : 64
        for scalar in key.unicodeScalars {
            room -= UTF8.width(scalar)
            guard room >= 0 else { return token + "…" }
            switch scalar {
            case "~": token += "~0"
            case "/": token += "~1"
            case _ where scalar.properties.generalCategory == .control: token += "\u{FFFD}"
            default: token.unicodeScalars.append(scalar)
            }
        }
        return token
    }
}

extension JSONError: CustomStringConvertible {
    /// Code, offset and path.
    public var description: String { "\(code) at byte \(offset)" + (path.isEmpty ? "" : " in \(path)") }
}
