import Vocabulary

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// The file of findings told, a line each, to which is only added. Lines beyond what the state knows are of a run that ended before it
/// wrote its state: they are known by id and number, and not written again.
final class FindingLog {
    /// A finding by its id and which update of it.
    private struct Key: Hashable {
        let id: String
        let update: Int
    }

    private let descriptor: Int32
    private let path: String
    /// Bytes that were written whole.
    private(set) var length: Int64
    /// Where those lines begin and of when they are; one goes when it is found again.
    private var told: [Key: (start: Int64, last: Timestamp)] = [:]
    /// Findings beyond the state, which others may not have been sent.
    private(set) var unsure: [Finding] = []
    private var pending: [UInt8] = []

    /// Opens the file; a line that was torn by a crash is cut off.
    init(path: String, known: Int64) throws(SourceError) {
        self.path = path
        descriptor = unsafe open(path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw SourceError(.write, path, number: errno) }
        length = known
        guard let size = FileStatus(descriptor: descriptor)?.size, size >= known else {
            throw SourceError(.watchState, path)
        }
        var rest: [UInt8] = []
        while rest.count < size - known {
            let (place, wanted) = (known + Int64(rest.count), min(1 << 20, Int(size - known) - rest.count))
            let more = unsafe [UInt8](unsafeUninitializedCapacity: wanted) { buffer, initialized in
                initialized = unsafe max(0, pread(descriptor, buffer.baseAddress, wanted, off_t(place)))
            }
            guard !more.isEmpty else { throw SourceError(.open, path, number: errno) }
            rest += more
        }
        let whole = rest.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
        for line in rest[..<whole].split(separator: UInt8(ascii: "\n")) {
            guard let finding = try? FindingLine.read(line) else { throw SourceError(.watchState, path) }
            told[Key(id: finding.id, update: finding.update)] = (known + Int64(line.startIndex), finding.last)
            unsure.append(finding)
        }
        length = known + Int64(whole)
        if whole < rest.count {
            guard ftruncate(descriptor, off_t(length)) == 0 else { throw SourceError(.write, path, number: errno) }
        }
    }

    deinit { close(descriptor) }

    /// Adds a finding, unless it is there. Whether it was added.
    func add(_ finding: Finding) -> Bool {
        if !told.isEmpty, told.removeValue(forKey: Key(id: finding.id, update: finding.update)) != nil { return false }
        pending += FindingLine.write(finding)
        return true
    }

    /// How many bytes a state of this moment may call its own: up to the first line of an earlier run that was not found again, and
    /// may still be, which is as long as it is not older than a moment.
    func settled(since moment: Timestamp?) -> Int64 {
        if let moment { told = told.filter { $0.value.last >= moment } }
        return told.values.map(\.start).min() ?? length
    }

    /// Writes what was added.
    func flush() throws(SourceError) {
        var written = 0
        while written < pending.count {
            let count = unsafe pending[written...].withUnsafeBytes {
                unsafe write(descriptor, $0.baseAddress, $0.count)
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw SourceError(.write, path, number: errno) }
            written += count
        }
        length += Int64(written)
        pending.removeAll(keepingCapacity: true)
    }

    /// Makes it durable.
    func sync() throws(SourceError) {
        try flush()
        guard fsync(descriptor) == 0 else { throw SourceError(.write, path, number: errno) }
    }
}
