import Foundation

/// Reads the whole lines of a file from a place on.
enum WholeLines {
    private static let maximumLine = 4 << 20

    /// Gives each line without its end; where the last whole one ends. A file that is not there has none.
    static func read(_ path: String, from start: Int64, _ body: (ArraySlice<UInt8>) throws -> Void) throws -> Int64 {
        guard FileManager.default.fileExists(atPath: path) else { return start }
        guard let handle = FileHandle(forReadingAtPath: path) else { throw SourceError(.open, path) }
        defer { try? handle.close() }
        try handle.seek(toOffset: UInt64(max(0, start)))
        var (rest, end) = ([UInt8](), start)
        while let more = try handle.read(upToCount: 1 << 20), !more.isEmpty {
            rest += more
            var begin = 0
            while let stop = rest[begin...].firstIndex(of: UInt8(ascii: "\n")) {
                try body(rest[begin..<stop])
                begin = stop + 1
            }
            end += Int64(begin)
            rest.removeFirst(begin)
            guard rest.count <= maximumLine else { throw SourceError(.watchState, path) }
        }
        return end
    }
}
