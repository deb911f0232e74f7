import BrokerAPI
import Crypto
import Foundation

/// Reads an export file frame by frame and hashes it.
struct ExportReader {
    private let handle: FileHandle
    private var hash = SHA256()
    /// SHA-256 of what stood before the frame that was read last.
    private var before = SHA256()
    /// Bytes read.
    private(set) var position = 0

    /// Opens a file. Throws unless it begins as one of ours.
    init(_ path: String) throws {
        guard let handle = FileHandle(forReadingAtPath: path) else { throw ExportError("\(path): cannot be read") }
        self.handle = handle
        guard try read(ExportFrame.magic.count) == ExportFrame.magic else {
            throw ExportError("\(path): not an export of this version")
        }
    }

    /// SHA-256 of what stood before the frame that was read last.
    var digestBefore: [UInt8] { Array(before.finalize()) }

    /// SHA-256 of what was read.
    var digest: [UInt8] { Array(hash.finalize()) }

    /// The next frame. Throws at the end of the file: a whole one ends with a frame that says so.
    mutating func next() throws -> (frame: ExportFrame, payload: [UInt8]) {
        before = hash
        let place = position
        guard let head = try read(5) else { throw ExportError("the file ends before its end, at byte \(place)") }
        let length = head[1...].reduce(0) { $0 << 8 | Int($1) }
        guard let frame = ExportFrame(rawValue: head[0]), length <= frame.limit else {
            throw ExportError("altered at byte \(place): no frame begins there")
        }
        guard let payload = try read(length) else { throw ExportError("\(frame) at byte \(place): cut off") }
        return (frame, payload)
    }

    /// Throws unless nothing is left.
    mutating func end() throws {
        guard (try? handle.read(upToCount: 1))?.isEmpty ?? true else { throw ExportError("bytes behind the end") }
    }

    private mutating func read(_ count: Int) throws -> [UInt8]? {
        var bytes: [UInt8] = []
        while bytes.count < count {
            guard let some = try? handle.read(upToCount: count - bytes.count), !some.isEmpty else { return nil }
            bytes += some
        }
        hash.update(data: bytes)
        position += count
        return bytes
    }
}
