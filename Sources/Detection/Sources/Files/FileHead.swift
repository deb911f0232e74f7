import Crypto

/// The first unpacked bytes of a file, by which it is known again under another name or packed.
struct FileHead {
    private let bytes: [UInt8]

    /// Of an open file, whose place of reading is kept.
    init(_ file: FileBytes, path: String) {
        guard file.packing != .none else {
            bytes = file.peek(FileMark.headLimit)
            return
        }
        var unpacked: [UInt8] = []
        if let second = try? FileBytes(path: path) {
            while unpacked.count < FileMark.headLimit, second.read(into: &unpacked) == .bytes {}
        }
        bytes = Array(unpacked.prefix(FileMark.headLimit))
    }

    var count: Int { bytes.count }

    /// SHA-256 of as many of the bytes; nil when there are not so many.
    func digest(_ count: Int) -> [UInt8]? {
        guard count <= bytes.count else { return nil }
        return Array(SHA256.hash(data: bytes[..<count]))
    }

    /// Whether the file is the one that the mark was made of, by its first bytes.
    func fits(_ mark: FileMark) -> Bool { mark.headLength > 0 && digest(mark.headLength) == mark.head }

    /// Gives a mark these first bytes.
    func mark(_ mark: inout FileMark) {
        (mark.headLength, mark.head) = (count, count > 0 ? digest(count) ?? [] : [])
    }
}
