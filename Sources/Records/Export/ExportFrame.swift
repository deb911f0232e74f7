/// A piece of an export file: kind (1 byte), length (4), payload (docs/formats/export.md).
enum ExportFrame: UInt8 {
    /// Whose records, for whom, of when: ``ExportHeader``. The first.
    case header = 1
    /// A box of tier keys, for the versions behind it up to the next box.
    case keys = 2
    /// A version of a resource with its sealed parts: ``ExportedVersion``.
    case version = 3
    /// A chunk of the document that the version before it describes.
    case chunk = 4
    /// What there should be: ``ExportEnd``. The last.
    case end = 5

    /// What a file begins with.
    static let magic = Array("colloque export 1\n".utf8)

    /// Most bytes of a payload.
    var limit: Int {
        switch self {
        case .header, .end: 256
        case .keys: 16 << 20
        case .version: 72 << 20
        case .chunk: 65_552
        }
    }
}
