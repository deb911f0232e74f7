import Foundation

extension String {
    /// The scalars of the canonical decomposition, so that an accent is a scalar of its own.
    var decomposedScalars: String.UnicodeScalarView { decomposedStringWithCanonicalMapping.unicodeScalars }

    /// Without white space at either end.
    var trimmed: String { trimmingCharacters(in: .whitespacesAndNewlines) }
}
