/// The media type of a document that is taken in: one of a list, whose beginning can be checked (R4, Binary).
///
/// What a browser would run is not on it: HTML, SVG, scripts.
public struct DocumentType: Hashable, Sendable {
    /// The type as it was sent, in lower case, with a charset where it had one: what is stored and served.
    public let text: String
    private let form: Form

    /// Bytes that it takes to check a beginning.
    public static let checkedBytes = 132

    private enum Form: Hashable, Sendable {
        case any
        case text
        case markup
        /// Bytes at an offset, one of them.
        case magic(offset: Int, [[UInt8]])
    }

    /// Reads a `Content-Type`; nil for what is not taken in. Only a charset parameter is kept.
    public init?(_ contentType: String) {
        guard contentType.utf8.count <= 256 else { return nil }
        let pieces = contentType.lowercased().split(separator: ";").map { $0.filter { $0 != " " && $0 != "\t" } }
        guard let name = pieces.first, let form = DocumentType.forms[name] else { return nil }
        let charset = pieces.dropFirst().first { $0.hasPrefix("charset=") }
        guard charset?.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\"") }) ?? true else {
            return nil
        }
        self.form = form
        text = charset.map { "\(name); \($0)" } ?? name
    }

    /// Whether a content may begin so. `start` has ``checkedBytes`` bytes, or all that there are.
    public func allows(_ start: [UInt8]) -> Bool {
        switch form {
        case .any: true
        case .text: !start.contains(0)
        case .markup:
            start.first { ![0xEF, 0xBB, 0xBF, 0x20, 0x09, 0x0A, 0x0D].contains($0) } == UInt8(ascii: "<")
        case .magic(let offset, let choices): choices.contains { start.dropFirst(offset).starts(with: $0) }
        }
    }

    private static func magic(_ texts: String..., at offset: Int = 0) -> Form {
        .magic(offset: offset, texts.map { Array($0.utf8) })
    }

    private static func bytes(_ choices: [UInt8]...) -> Form { .magic(offset: 0, choices) }

    private static let zip = bytes([0x50, 0x4B, 3, 4])
    private static let compound = bytes([0xD0, 0xCF, 0x11, 0xE0])

    private static let forms: [String: Form] = [
        "application/pdf": magic("%PDF-"),
        "image/jpeg": bytes([0xFF, 0xD8, 0xFF]),
        "image/png": bytes([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]),
        "image/tiff": bytes([0x49, 0x49, 0x2A, 0], [0x4D, 0x4D, 0, 0x2A]),
        "image/gif": magic("GIF87a", "GIF89a"),
        "image/bmp": magic("BM"),
        "image/webp": magic("WEBP", at: 8),
        "application/dicom": magic("DICM", at: 128),
        "text/plain": .text, "text/csv": .text, "application/hl7-v2": magic("MSH"),
        "text/rtf": magic("{\\rtf"), "application/rtf": magic("{\\rtf"),
        "text/xml": .markup, "application/xml": .markup, "application/hl7-cda+xml": .markup,
        "application/zip": zip,
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document": zip,
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": zip,
        "application/vnd.oasis.opendocument.text": zip,
        "application/msword": compound,
        "audio/wav": magic("WAVE", at: 8), "audio/ogg": magic("OggS"),
        "audio/mpeg": bytes([0x49, 0x44, 0x33], [0xFF, 0xFB], [0xFF, 0xF3], [0xFF, 0xF2]),
        "video/mp4": magic("ftyp", at: 4),
        "application/octet-stream": .any,
    ]
}
