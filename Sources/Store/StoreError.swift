import Vocabulary

/// Why a store refused or failed: a code and a place, never a value.
///
/// Two errors are equal when their codes are; the place is for people.
public struct StoreError: Error, Hashable, Sendable {
    /// What went wrong.
    public let code: Code
    /// In which practice, when known.
    public internal(set) var practice: PracticeID?
    /// At which resource, when it concerns one.
    public let key: ResourceKey?
    /// In which table or structure, when it concerns one.
    public let table: String?

    init(_ code: Code, practice: PracticeID? = nil, key: ResourceKey? = nil, table: String? = nil) {
        self.code = code
        self.practice = practice
        self.key = key
        self.table = table
    }

    /// Equal by code.
    public static func == (a: StoreError, b: StoreError) -> Bool { a.code == b.code }
    /// Hashes the code.
    public func hash(into hasher: inout Hasher) { hasher.combine(code) }

    /// The same error, naming the practice if it named none.
    func within(_ practice: PracticeID) -> StoreError {
        var error = self
        error.practice = error.practice ?? practice
        return error
    }
}

extension StoreError: CustomStringConvertible {
    /// The place and the code.
    public var description: String {
        let places = [practice.map { "\($0).sqlite" }, table, key?.description].compactMap(\.self)
        return "store \(places.joined(separator: " ")): \(code)"
    }
}
