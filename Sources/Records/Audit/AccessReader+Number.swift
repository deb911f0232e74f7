import Foundation
import Vocabulary

extension AccessReader {
    private static let newline = UInt8(ascii: "\n")
    private static let beginning = Data(#"{"v":1,"n":"#.utf8)
    /// Longer than any line.
    private static let stretch: UInt64 = 1 << 20

    /// The line of a number in the practice's log, as far as it is about the patient; nil when it is not, or there is none.
    func record(number: Int64) throws -> AccessRecord? {
        guard let path = path(of: number), let file = FileHandle(forReadingAtPath: path) else { return nil }
        defer { try? file.close() }
        return try line(number, in: file).flatMap(record)
    }

    /// The newest file that begins at the number or before it.
    private func path(of number: Int64) -> String? {
        let folder = "\(directory)/\(practice)"
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        for name in names.filter({ $0.hasSuffix(".ndjson") }).sorted(by: >) {
            guard let file = FileHandle(forReadingAtPath: folder + "/" + name) else { continue }
            defer { try? file.close() }
            let first = (try? file.read(upToCount: 64)).flatMap { AccessReader.number($0) }
            if let first, first <= number { return folder + "/" + name }
        }
        return nil
    }

    /// Finds a line by halving: numbers rise along a file.
    private func line(_ number: Int64, in file: FileHandle) throws -> Data? {
        var (low, high) = (UInt64(0), try file.seekToEnd())
        while high - low > AccessReader.stretch {
            let middle = low + (high - low) / 2
            guard let start = try AccessReader.lineStart(file, behind: middle, before: high),
                let found = AccessReader.number(try AccessReader.block(file, at: start, 64)), found <= number
            else {
                high = middle
                continue
            }
            low = start
            high = max(high, low)
        }
        let block = try AccessReader.block(file, at: low, 2 * AccessReader.stretch)
        return block.split(separator: AccessReader.newline).first { AccessReader.number($0) == number }
    }

    /// Where the first line begins behind an offset.
    private static func lineStart(_ file: FileHandle, behind offset: UInt64, before end: UInt64) throws -> UInt64? {
        var place = offset
        while place < end {
            let block = try block(file, at: place, stretch)
            guard !block.isEmpty else { return nil }
            if let found = block.firstIndex(of: newline) { return place + UInt64(found + 1 - block.startIndex) }
            place += UInt64(block.count)
        }
        return nil
    }

    private static func block(_ file: FileHandle, at offset: UInt64, _ count: UInt64) throws -> Data {
        try file.seek(toOffset: offset)
        return try file.read(upToCount: Int(count)) ?? Data()
    }

    /// The number that a line begins with.
    private static func number(_ line: Data) -> Int64? {
        guard line.starts(with: beginning) else { return nil }
        let digits = line.dropFirst(beginning.count).prefix { (48...57).contains($0) }
        return Int64(String(decoding: digits, as: UTF8.self))
    }
}
