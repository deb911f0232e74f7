import ClientKeys
import Foundation
import Vocabulary

/// An operator's private key with the operator's id, in a file of mode 0600: a line `colloque-operator-v1 ID`, then the key in PEM.
struct OperatorFile {
    private static let tag = "colloque-operator-v1 "
    let person: PersonID
    let key: KeyPair

    /// Reads a file.
    init(path: String) throws {
        guard let data = FileManager.default.contents(atPath: path), data.count <= 4_096 else {
            throw Failure.refused("\(path): cannot be read")
        }
        let lines = String(decoding: data, as: UTF8.self).split(separator: "\n", maxSplits: 1)
        guard lines.count == 2, lines[0].hasPrefix(OperatorFile.tag),
            let person = PersonID(String(lines[0].dropFirst(OperatorFile.tag.count))),
            let key = try? KeyPair(pem: String(lines[1]))
        else { throw Failure.refused("\(path): not an operator's key") }
        self.person = person
        self.key = key
    }

    /// Names the operator in a file that ``KeyFile/create(at:)`` made.
    static func name(_ person: PersonID, in path: String, _ key: KeyPair) throws {
        let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
        try handle.truncate(atOffset: 0)
        try handle.write(contentsOf: Data("\(tag)\(person)\n\(key.exposedPEM())".utf8))
        try handle.close()
    }
}
