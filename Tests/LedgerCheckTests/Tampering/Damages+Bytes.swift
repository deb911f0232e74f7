@testable import Ledger

/// Bytes changed without regard to what they mean.
extension Damages {
    mutating func flip() -> Damage? {
        guard let file = file(), !bytes(file).isEmpty else { return nil }
        var changed = bytes(file)
        let byte = numbers.below(segment(file).map { min($0.end + 2000, changed.count) } ?? changed.count)
        changed[byte] ^= 1 << UInt8(numbers.below(8))
        return marked("flip", file, byte, changed)
    }

    mutating func overwrite() -> Damage? {
        guard let file = file(), !bytes(file).isEmpty else { return nil }
        var changed = bytes(file)
        let start = numbers.below(segment(file)?.end ?? changed.count)
        let end = min(start + 1 + numbers.below(100), segment(file)?.end ?? changed.count)
        for byte in start..<end { changed[byte] = UInt8(numbers.below(256)) }
        guard let byte = changed.indices.first(where: { changed[$0] != bytes(file)[$0] }) else { return nil }
        // Lengths may have changed with the entries, so that only the file is certain.
        let isExact = !file.hasPrefix("tile/entries/")
        return isExact ? marked("overwrite", file, byte, changed) : Damage("overwrite", [file: changed], [.file(file)])
    }

    private func marked(_ kind: String, _ file: String, _ byte: Int, _ changed: [UInt8]) -> Damage {
        var damage = Damage(kind + Damages.suffix(file), [file: changed], [trace(file, byte: byte)])
        if let segment = segment(file) {
            // Nothing was ever written behind the last frame, and nothing is lost there.
            damage.mayBeHarmless = byte >= segment.end
            damage.traces[0].append(Trace(code: .journalDamaged, file: file, position: UInt64(segment.end)))
        }
        return damage
    }

    /// The kind of file, for counting.
    static func suffix(_ file: String) -> String {
        let parts = file.split(separator: "/")
        return " " + (parts.count > 2 ? parts.prefix(2) : parts.prefix(1)).joined(separator: "/")
    }

    mutating func truncate() -> Damage? {
        guard let file = file(), !bytes(file).isEmpty else { return nil }
        let length = numbers.below(segment(file)?.written ?? bytes(file).count)
        var damage = Damage("truncate" + Damages.suffix(file), [file: Array(bytes(file)[..<length])], [.file(file)])
        guard segment(file) != nil else { return damage }
        // Cut between two frames it looks whole; then the next segment begins too late.
        damage.traces[0].append(Trace(code: .journalGap))
        return tail(damage)
    }

    mutating func extend() -> Damage? {
        guard let file = file() else { return nil }
        var damage = Damage(
            "extend" + Damages.suffix(file), [file: bytes(file) + numbers.bytes(1 + numbers.below(40))], [.file(file)])
        // Behind the last frame of a journal nothing is lost.
        damage.mayBeHarmless = segment(file) != nil
        return damage
    }

    /// What is cut from the journal's end looks like a write cut short; only what is known from elsewhere tells.
    func tail(_ damage: Damage) -> Damage {
        var damage = damage
        damage.traces[0].append(rolledBack)
        return damage
    }

    mutating func remove() -> Damage? {
        guard let file = file(), isCurrent(file) else { return nil }
        let damage = Damage("remove" + Damages.suffix(file), [file: nil], [.file(file)])
        guard let place = ledger.segments.firstIndex(where: { $0.file == file }) else {
            return file == "checkpoint" ? checkpointRemoved(damage) : damage
        }
        let next = ledger.segments.indices.contains(place + 1) ? ledger.segments[place + 1].file : nil
        let gap = Trace(code: .journalGap, file: next, position: ledger.segments[place].first)
        return next == nil ? tail(damage) : Damage(damage.kind, damage.changes, [gap])
    }

    /// Before the first publishing is complete there is no checkpoint, and the journal has everything.
    private func checkpointRemoved(_ damage: Damage) -> Damage {
        var damage = damage
        damage.mayBeHarmless = ledger.segments.first?.first == 0
        return damage
    }

    mutating func swapFiles() -> Damage? {
        guard let one = file(), let other = file(), one != other, bytes(one) != bytes(other) else { return nil }
        let isJournal = segment(one) != nil || segment(other) != nil
        var damage = Damage(
            "swap files", [one: bytes(other), other: bytes(one)], [.file(one)], [.file(other)])
        // A journal is read up to the first segment that does not hold, and nothing is read under a bad checkpoint.
        if isJournal || damage.changes["checkpoint"] != nil {
            damage = Damage(damage.kind, damage.changes, [.file(one), .file(other)])
        }
        // The last tile and its bundle unreadable together leave no entries to make the signed root of.
        damage.consequences = [Trace(code: .rootMismatch, file: "checkpoint")]
        return damage
    }

    mutating func swapHashes() -> Damage? {
        let tiles = ledger.files.keys.sorted().filter { $0.hasPrefix("tile/") && !$0.hasPrefix("tile/entries/") }
        guard let file = numbers.pick(tiles), bytes(file).count >= 64 else { return nil }
        var changed = bytes(file)
        let count = changed.count / Hash.byteCount
        let (one, other) = (numbers.below(count), numbers.below(count))
        guard one != other else { return nil }
        for byte in 0..<Hash.byteCount { changed.swapAt(one * Hash.byteCount + byte, other * Hash.byteCount + byte) }
        return Damage("swap hashes", [file: changed], [trace(file, byte: min(one, other) * Hash.byteCount)])
    }

    /// Two at once; where they meet, both must be told, and a file between may be doubted too.
    mutating func pair() -> Damage? {
        guard let one = flip(), let other = flip(), one.changes.keys != other.changes.keys else { return nil }
        let files = [one, other].flatMap(\.changes.keys)
        guard !files.contains("checkpoint"), files.allSatisfy({ segment($0) == nil }) else { return nil }
        var damage = Damage("two flips", one.changes, [.file(files[0])], [.file(files[1])])
        // Entries that cannot be read bear no witness for the hashes beside them: these differ from what stands above.
        for (place, file) in files.enumerated() where file.hasPrefix("tile/0/") {
            guard files[1 - place].hasPrefix("tile/entries/") else { continue }
            damage.traces[place] += [Trace(code: .tileMismatch), Trace(code: .rootMismatch)]
        }
        damage.changes.merge(other.changes) { first, _ in first }
        // Where neither fits what is above, the tree goes on from a wrong leaf, and the journal's own root contradicts it.
        damage.consequences = [
            Trace(code: .tileMismatch), Trace(code: .entryMismatch), Trace(code: .rootMismatch),
            Trace(code: .journalDamaged, position: 0),
        ]
        return damage
    }
}
