import GRDB
import Sealing

/// Why the key database did not do what was asked; never a value.
struct VaultError: Error, Hashable, Sendable, CustomStringConvertible {
    enum Code: String, Sendable {
        /// It is there already.
        case exists
        /// It is not there.
        case missing
        /// The root key is another one.
        case rootKey = "not the root key of this installation"
        /// Something in it is not what was written.
        case damaged
        /// The disk or the database refuses.
        case unavailable
    }

    let code: Code
    var description: String { "key database: \(code.rawValue)" }

    init(_ code: Code) { self.code = code }

    /// Turns what SQLite or the unsealing says into a code.
    static func wrap<R>(_ body: () throws -> R) throws -> R {
        do {
            return try body()
        } catch let error as DatabaseError {
            switch error.resultCode {
            case .SQLITE_CONSTRAINT: throw VaultError(.exists)
            case .SQLITE_CORRUPT, .SQLITE_NOTADB: throw VaultError(.damaged)
            default: throw VaultError(.unavailable)
            }
        }
    }
}
