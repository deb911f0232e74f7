import Foundation
import Vocabulary

/// A password as somebody typed it, normalised (NFKC: NIST SP 800-63B §5.1.1.2), so that two keyboards' ways to write an
/// accent are the same. It does not print. The String it came in cannot be wiped: let go of it at once.
public struct Password: Sendable {
    /// The fewest characters of a new one, Unicode scalars after normalisation. There are no rules of composition.
    public static let minimumLength = 12
    /// The most characters of any.
    public static let maximumLength = 256

    let bytes: SecretBytes

    /// Reads one to be compared. Throws ``IdentityError/tooLong``.
    public init(typed text: String) throws(IdentityError) {
        try self.init(text, atLeast: 0)
    }

    /// Reads one to be kept. Throws ``IdentityError/tooShort`` or ``IdentityError/tooLong``.
    public init(new text: String) throws(IdentityError) {
        try self.init(text, atLeast: Password.minimumLength)
    }

    private init(_ text: String, atLeast minimum: Int) throws(IdentityError) {
        guard text.utf8.count <= Password.maximumLength * 16 else { throw .tooLong }
        let normalised = text.precomposedStringWithCompatibilityMapping
        guard normalised.unicodeScalars.count <= Password.maximumLength else { throw .tooLong }
        guard normalised.unicodeScalars.count >= minimum else { throw .tooShort }
        bytes = SecretBytes(normalised.utf8)
    }
}
