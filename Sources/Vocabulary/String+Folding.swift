import Foundation

extension String {
    /// The scalars of each scalar's canonical decomposition, so that an accent is a scalar of its own; marks stay in the order in
    /// which they come. Scalar by scalar, since Foundation takes a time for a whole text that grows with its square.
    var decomposedScalars: [Unicode.Scalar] {
        var out: [Unicode.Scalar] = []
        out.reserveCapacity(utf8.count)
        for scalar in unicodeScalars {
            if scalar.value < String.firstDecomposed {
                out.append(scalar)
            } else if Int(scalar.value - String.firstDecomposed) < String.latin.count {
                out += String.latin[Int(scalar.value - String.firstDecomposed)]
            } else {
                out += scalar.decomposed
            }
        }
        return out
    }

    /// `À`: below it nothing decomposes.
    private static let firstDecomposed: UInt32 = 0xC0
    /// Latin letters with accents, which most names need.
    private static let latin = (firstDecomposed..<0x250).map { Unicode.Scalar($0).map(\.decomposed) ?? [] }

    /// Without white space at either end.
    var trimmed: String { trimmingCharacters(in: .whitespacesAndNewlines) }
}

extension Unicode.Scalar {
    fileprivate var decomposed: [Unicode.Scalar] {
        Array(String(Character(self)).decomposedStringWithCanonicalMapping.unicodeScalars)
    }
}

extension String {
    /// The text without case and accents, for finding it: `Noëlle` → `noelle`. Everything else stays.
    public var withoutCaseAndAccents: String {
        if utf8.allSatisfy({ $0 < 0x80 }) { return lowercased() }
        var out: [UInt8] = []
        out.reserveCapacity(utf8.count)
        for scalar in decomposedScalars {
            guard scalar.properties.canonicalCombiningClass == .notReordered else { continue }
            out += scalar.properties.lowercaseMapping.utf8
        }
        return String(decoding: out, as: UTF8.self)
    }
}
