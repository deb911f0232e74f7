import Ledger
import LedgerCheck

/// One claim about a log's tree with its proof, true or damaged, as another implementation reads it: bytes in
/// hexadecimal, a line of JSON each.
struct TreeCase: Codable, Equatable {
    /// What is claimed.
    enum Kind: String, Codable {
        /// That `leaf` is entry `first` of the tree of `size` with `root`.
        case inclusion
        /// That the tree of `first` with root `leaf` is a prefix of that of `size` with `root`.
        case consistency
    }

    let kind: Kind
    /// What the verifier must say.
    var holds: Bool
    var first: UInt64
    var size: UInt64
    var leaf: String
    var root: String
    var proof: [String]

    /// What our own verifier says.
    var isAccepted: Bool {
        let hashes = proof.compactMap(Hash.init(hexadecimal:))
        guard hashes.count == proof.count, let leaf = Hash(hexadecimal: leaf), let root = Hash(hexadecimal: root) else {
            return false
        }
        switch kind {
        case .inclusion:
            return MerkleProof.verifyInclusion(of: leaf, index: first, size: size, root: root, proof: hashes)
        case .consistency:
            return MerkleProof.verifyConsistency(from: first, root: leaf, to: size, root: root, proof: hashes)
        }
    }
}

extension Hash {
    /// The 64 digits.
    var hexadecimal: String { bytes.hexadecimalDigits }

    init?(hexadecimal text: String) {
        let digits = text.utf8.compactMap { Character(Unicode.Scalar($0)).hexDigitValue }
        guard digits.count == 2 * Hash.byteCount, text.utf8.count == digits.count else { return nil }
        self.init(stride(from: 0, to: digits.count, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) })
    }
}

extension Sequence<UInt8> {
    /// Two lower-case digits a byte.
    var hexadecimalDigits: String { map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined() }
}
