import LedgerCheck

@testable import Ledger
@testable import LedgerTests

extension TestEntries {
    static let index: Monitor.IndexReader = { span in
        let bytes = unsafe span.withUnsafeBytes { unsafe Array($0) }
        guard bytes.first == 2 else { return nil }
        guard bytes.count == 41, let root = Hash(bytes[9...]) else { throw LedgerError(.malformed) }
        return Monitor.Index(size: BigEndian.read(bytes[1..<9]), root: root)
    }
}
