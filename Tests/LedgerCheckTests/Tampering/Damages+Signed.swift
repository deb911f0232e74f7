import Crypto

@testable import Ledger
@testable import LedgerTests

/// Whole logs and checkpoints written anew.
extension Damages {
    /// The files of a log with these entries, published whole, and signed unless `signer` is nil.
    private func files(_ entries: [[UInt8]], signer: NoteSigner?) -> [String: [UInt8]?]? {
        var builder = TileBuilder(size: 0, edges: [], bundle: [])
        for entry in entries {
            let prefixed = Damages.bundle([entry])
            builder.append(prefixed[...], leaf: TreeHash.leaf(entry))
        }
        var changes: [String: [UInt8]?] = [:]
        for file in ledger.files.keys where file.hasPrefix("tile/") || segment(file) != nil && signer != nil {
            changes[file] = .some(nil)
        }
        for file in builder.takeFiles() { changes[file.path] = file.content }
        guard let signer else { return changes }
        let tree = builder.tree ?? CompactTree()
        changes["checkpoint"] = sign(Checkpoint(origin: signer.key.name, size: tree.size, root: tree.root), signer)
        return changes
    }

    private func sign(_ checkpoint: Checkpoint, _ signer: NoteSigner) -> [UInt8]? {
        try? SignedCheckpoint(signing: checkpoint, with: signer).bytes
    }

    /// Bundles and tiles that agree with each other, by one who cannot sign.
    mutating func forge() -> Damage? {
        guard ledger.published > 0 else { return nil }
        var entries = Array(ledger.entries[..<ledger.published])
        let index = numbers.below(entries.count)
        entries[index] += [1]
        guard let changes = files(entries, signer: nil) else { return nil }
        var damage = Damage(
            "forge", changes,
            [Trace(code: .rootMismatch, file: "checkpoint", position: UInt64(ledger.published))])
        // The journal's own word on the tree before it disagrees too.
        damage.consequences = [Trace(code: .journalDamaged, position: 0)]
        return damage
    }

    /// Another history from an entry on, its chains and maps made right again, by one who can sign.
    mutating func fork() -> Damage? {
        let index = numbers.below(ledger.entries.count)
        var made = TestEntries()
        for entry in ledger.entries[..<index] { made.take(entry) }
        while made.entries.count < ledger.entries.count + numbers.below(3) {
            made.add(practice: numbers.below(5), text: "other")
        }
        return signed("fork", made.entries, [.forked], below: UInt64(index))
    }

    /// An entry left out, and all signed again.
    mutating func dropSigned() -> Damage? {
        var entries = ledger.entries
        let index = numbers.below(entries.count)
        entries.remove(at: index)
        return signed("drop and sign", entries, [.forked, .rolledBack], below: UInt64(index))
    }

    /// The log as it once was, truly signed.
    mutating func rollBack() -> Damage? {
        let size = numbers.below(ledger.entries.count)
        return signed("roll back", Array(ledger.entries[..<size]), [.rolledBack], below: UInt64(size))
    }

    /// Each checkpoint known from elsewhere that covers more than what was kept must be named.
    private func signed(
        _ kind: String, _ entries: [[UInt8]], _ codes: [LedgerError.Code], below index: UInt64
    ) -> Damage? {
        guard let signer = try? Fixtures.signer(), let changes = files(entries, signer: signer) else { return nil }
        var damage = Damage(kind, changes)
        damage.isSigned = true
        damage.traces = ledger.known.filter { $0.size > index }.map { known in
            codes.map { Trace(code: $0, position: known.size) }
        }
        return damage
    }

    /// Another root under the right key, the tiles left as they are.
    mutating func signAnotherRoot() -> Damage? {
        guard ledger.published > 0, let signer = try? Fixtures.signer(), let root = Hash(numbers.bytes(32)) else {
            return nil
        }
        let lie = Checkpoint(origin: Fixtures.origin, size: UInt64(ledger.published), root: root)
        var damage = Damage(
            "sign another root", ["checkpoint": sign(lie, signer)],
            [Trace(code: .rootMismatch, file: "checkpoint", position: UInt64(ledger.published))])
        damage.isSigned = true
        return damage
    }

    mutating func signWithAnotherKey() -> Damage? {
        guard let signer = try? Fixtures.signer(seed: 8), let changes = files(ledger.entries, signer: signer) else {
            return nil
        }
        return Damage("another key", changes, [.file("checkpoint")])
    }
}
