import Foundation

extension String {
    /// The scalars of the canonical decomposition, so that an accent is a scalar of its own.
    var decomposedScalars: String.UnicodeScalarView { decomposedStringWithCanonicalMapping.unicodeScalars }

    /// Without white space at either end.
    var trimmed: String { trimmingCharacters(in: .whitespacesAndNewlines) }
}

extension String {
    /// The text without case and accents, for finding it: `Noëlle` → `noelle`. Everything else stays.
    public var withoutCaseAndAccents: String {
        if utf8.allSatisfy({ $0 < 0x80 }) { return lowercased() }
        var out = String.UnicodeScalarView()
        for scalar in decomposedScalars {
            guard scalar.properties.canonicalCombiningClass == .notReordered else { continue }
            out.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
        }
        return String(out)
    }
}
