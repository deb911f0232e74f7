import Foundation
import Testing

@testable import Vocabulary

/// The scalars that texts are compared by are those of Unicode's canonical decomposition.
@Suite struct FoldingTests {
    @Test func everyScalarDecomposesAsInUnicode() {
        for value in UInt32(0)...0x2FFFF {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let text = String(Character(scalar))
            let expected = Array(text.decomposedStringWithCanonicalMapping.unicodeScalars)
            #expect(text.decomposedScalars == expected, "U+\(String(value, radix: 16))")
        }
    }

    /// Marks keep their order, and go.
    @Test func textsFoldAsIfDecomposedAsAWhole() {
        let pieces = [
            "É", "e\u{301}\u{323}", "ǖ", "각", "œ", "\u{327}", "c\u{327}", "ﬁ", "Å", "Ω", "日", " ", "x", "ế", "İ", "ß",
        ]
        var random = SystemRandomNumberGenerator()
        for _ in 0..<2_000 {
            let text = (0..<Int.random(in: 0...12, using: &random)).compactMap { _ in
                pieces.randomElement(using: &random)
            }
            .joined()
            var whole = String.UnicodeScalarView()
            for scalar in text.decomposedStringWithCanonicalMapping.unicodeScalars
            where scalar.properties.canonicalCombiningClass == .notReordered {
                whole.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
            }
            #expect(text.withoutCaseAndAccents.unicodeScalars.elementsEqual(whole), "\(text)")
        }
    }
}
