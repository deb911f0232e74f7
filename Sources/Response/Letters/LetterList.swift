import Vocabulary

/// A practice's list of letters, as `incident documents` writes it: for each subject the code of its letter.
public struct LetterList: Hashable, Sendable {
    /// The codes.
    public let codes: [SubjectID: String]

    /// The longest list that is read, in bytes.
    public static let maximumBytes = 64 << 20
    private static let signs = Set("23456789ABCDEFGHJKLMNPQRSTUVWXYZ".utf8)

    /// Reads a list. Throws the first line that is none of ours, or a subject or code that stands there twice.
    public init(reading bytes: [UInt8]) throws(ScopeError) {
        guard bytes.count <= LetterList.maximumBytes else { throw ScopeError("the list", "is too long") }
        var reader = CSVReader(bytes, from: 0, separator: UInt8(ascii: ","))
        guard reader.next() == .fields(["subject", "tiers", "code"]) else {
            throw ScopeError("the list", "is no list of letters")
        }
        var (codes, seen, line) = ([SubjectID: String](), Set<String>(), 1)
        while let record = reader.next() {
            line += 1
            guard case .fields(let fields) = record, fields.count == 3, let subject = SubjectID(fields[0]),
                LetterList.isCode(fields[2])
            else { throw ScopeError("line \(line)", "is no subject with tiers and a code") }
            guard codes.updateValue(fields[2], forKey: subject) == nil, seen.insert(fields[2]).inserted else {
                throw ScopeError("line \(line)", "has a subject or code that stands there twice")
            }
        }
        self.codes = codes
    }

    /// `7KQ4-M2XH-9TBR`: also what a file may be named by.
    static func isCode(_ text: String) -> Bool {
        let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        return parts.count == 3 && parts.allSatisfy { $0.count == 4 && $0.allSatisfy(signs.contains) }
    }
}
