/// The first sector of a journal segment: magic `CLQSEGMT`, the index of its first entry (8 bytes, big-endian), the
/// root of the tree before it (32), the first quarter of SHA-256 of these 48 bytes (8), zeroes to 512.
///
/// A segment is the file `journal/<first index as 20 digits>`, preallocated; the next one waits as `journal/spare`.
package struct SegmentHeader: Equatable {
    static let magic = Array("CLQSEGMT".utf8)
    static let directory = "journal"
    static let spare = "journal/spare"
    /// The largest segment that is read.
    static let sizeLimit = 1 << 30

    package let first: UInt64
    let root: Hash

    init(first: UInt64, root: Hash) {
        self.first = first
        self.root = root
    }

    init?(_ bytes: ArraySlice<UInt8>) {
        guard bytes.count == FrameHeader.sector else { return nil }
        let base = bytes.startIndex
        guard bytes[base..<base + 8].elementsEqual(SegmentHeader.magic),
            bytes[base + 48..<base + 56].elementsEqual(FrameHeader.digest(bytes[base..<base + 48], 8)),
            bytes[(base + 56)...].allSatisfy({ $0 == 0 }), let root = Hash(bytes[base + 16..<base + 48])
        else { return nil }
        self.init(first: BigEndian.read(bytes[base + 8..<base + 16]), root: root)
    }

    var bytes: [UInt8] {
        var out = SegmentHeader.magic
        BigEndian.append(first, bytes: 8, to: &out)
        root.append(to: &out)
        out += FrameHeader.digest(out[...], 8)
        return out + [UInt8](repeating: 0, count: FrameHeader.sector - out.count)
    }

    package var file: String {
        let digits = String(first)
        return "\(SegmentHeader.directory)/\(String(repeating: "0", count: 20 - digits.utf8.count))\(digits)"
    }

    /// The index of the first entry of a segment, as its file's name says.
    static func first(of file: String) -> UInt64? { UInt64(file.dropFirst(directory.utf8.count + 1)) }

    /// The segment files in a ledger's directory, in order; anything unexpected is an error.
    package static func files(in directory: Directory) throws(LedgerError) -> [String] {
        var files: [String] = []
        for name in try directory.list(SegmentHeader.directory) where name != "spare" {
            let file = "\(SegmentHeader.directory)/\(name)"
            guard name.utf8.count == 20, UInt64(name) != nil else { throw LedgerError(.malformed, file: file) }
            files.append(file)
        }
        return files
    }
}
