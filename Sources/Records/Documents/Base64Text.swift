import Foundation

/// Base64 as FHIR writes it (R4, datatypes, base64Binary): white space inside is allowed.
enum Base64Text {
    /// The bytes; nil for what is not base64.
    static func decoded(_ text: String) -> [UInt8]? {
        Data(base64Encoded: text.filter { !$0.isWhitespace }).map(Array.init)
    }
}
