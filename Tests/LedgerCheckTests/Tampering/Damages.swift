@testable import Ledger

/// Random damages to one ledger.
struct Damages {
    let ledger: WrittenLedger
    var numbers: SeededNumbers
    /// The files of each kind that the ledger has, the spare segment apart.
    let kinds: [[String]]

    init(_ ledger: WrittenLedger, seed: UInt64) {
        self.ledger = ledger
        numbers = SeededNumbers(seed: seed)
        let all = ledger.files.keys.sorted().filter { $0 != SegmentHeader.spare }
        let grouped = Dictionary(grouping: all) { $0.split(separator: "/").prefix(2).filter { $0.count < 20 }.joined() }
        kinds = grouped.keys.sorted().compactMap { grouped[$0] }
    }

    private typealias Maker = @Sendable (inout Damages) -> Damage?
    private static let makers: [Maker] = [
        { $0.flip() }, { $0.flip() }, { $0.flip() }, { $0.overwrite() }, { $0.truncate() }, { $0.extend() },
        { $0.remove() }, { $0.swapFiles() }, { $0.swapEntries() }, { $0.dropEntry() }, { $0.doubleEntry() },
        { $0.changeEntry() }, { $0.swapHashes() }, { $0.cutTail() }, { $0.zeroSector() }, { $0.swapFrames() },
        { $0.dropFrame() }, { $0.craftFrame() }, { $0.forge() }, { $0.fork() }, { $0.dropSigned() }, { $0.rollBack() },
        { $0.signAnotherRoot() }, { $0.signWithAnotherKey() }, { $0.pair() },
    ]

    /// The next one: every kind that this ledger can suffer, in turn by chance.
    mutating func next() -> Damage {
        while true {
            let maker = Damages.makers[numbers.below(Damages.makers.count)]
            guard let damage = maker(&self) else { continue }
            if damage.changes.contains(where: { ledger.files[$0.key] != $0.value }) { return damage }
        }
    }

    /// A file, each kind of file equally likely.
    mutating func file() -> String? { numbers.pick(kinds).flatMap { numbers.pick($0) } }

    func bytes(_ file: String) -> [UInt8] { ledger.files[file] ?? [] }

    func segment(_ file: String) -> WrittenLedger.Segment? { ledger.segments.first { $0.file == file } }

    /// What a changed byte of a file must be told as.
    func trace(_ file: String, byte: Int) -> Trace {
        if file.hasPrefix("tile/entries/") { return entryTrace(file, byte: byte) }
        if let segment = segment(file) {
            let frame = segment.frames.last { $0.offset <= byte }
            return Trace(file: file, position: byte < segment.end ? UInt64(frame?.offset ?? 0) : nil)
        }
        guard file.hasPrefix("tile/"), isCurrent(file) else { return .file(file) }
        return Trace(code: .tileMismatch, file: file, position: UInt64(byte / Hash.byteCount))
    }

    private func entryTrace(_ file: String, byte: Int) -> Trace {
        guard isCurrent(file), let ranges = EntryBundle.ranges(bytes(file)),
            let place = ranges.firstIndex(where: { $0.contains(byte) })
        else { return .file(file) }
        return .entry(first(file) + place, file)
    }

    /// Whether a file belongs to the published size; smaller partial files are kept beside it.
    func isCurrent(_ file: String) -> Bool {
        let parts = file.split(separator: "/")
        guard parts.count > 3, let width = Int(parts[parts.count - 1]) else { return true }
        let level = Int(parts[1]) ?? 0
        return width == (ledger.published >> (8 * level)) % Int(TilePath.width)
    }

    /// The index of the first entry of a bundle.
    func first(_ file: String) -> Int {
        let name = file.split(separator: "/")[2].prefix { $0 != "." }
        return (Int(name) ?? 0) * Int(TilePath.width)
    }

    /// The bundles of the published size, each with its entries.
    var bundles: [(file: String, first: Int, entries: [[UInt8]])] {
        ledger.files.keys.sorted().filter { $0.hasPrefix("tile/entries/") && isCurrent($0) }.map { file in
            let bytes = bytes(file)
            return (file, first(file), (EntryBundle.ranges(bytes) ?? []).map { Array(bytes[$0]) })
        }
    }

    static func bundle(_ entries: [[UInt8]]) -> [UInt8] {
        entries.reduce(into: [UInt8]()) { EntryBundle.append($1, to: &$0) }
    }

    /// That the log is shorter than the snapshot says.
    var rolledBack: Trace { Trace(code: .rolledBack, position: ledger.known.last?.size) }
}
