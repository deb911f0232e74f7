/// Bodies that wait on disk to be delivered: one file each, in one directory, whole or absent after a crash.
///
/// Bounded in entries and bytes. When it is full the oldest of the lowest level goes first and is counted; what is
/// lower than all that waits is not taken, and counted too. What was sent but not yet removed when the process died is
/// sent again: receivers tell it by its key.
public struct DeliveryQueue: ~Copyable {
    /// The most that wait.
    public struct Limits: Hashable, Sendable {
        /// Entries.
        public var entries: Int
        /// Bytes of all bodies.
        public var bytes: Int
        /// Bytes of one body.
        public var body: Int

        /// 10,000 entries, 64 MiB, 256 KiB a body, unless told otherwise.
        public init(entries: Int = 10_000, bytes: Int = 64 << 20, body: Int = 256 << 10) {
            (self.entries, self.bytes, self.body) = (max(1, entries), bytes, min(body, bytes))
        }
    }

    private let folder: QueueFolder
    private let limits: Limits
    /// In the order of their numbers.
    private var items: [DeliveryItem] = []
    private var bytes = 0
    private var next: UInt64 = 1
    /// How many were dropped because the queue was full, by level, since it was opened.
    public private(set) var dropped: [RuleLevel: Int] = [:]

    /// Opens the queue of a directory (its parent must be there), with what waits in it since the last run.
    public init(directory: String, limits: Limits = Limits()) throws(DeliveryError) {
        let folder = try QueueFolder(directory)
        let files: [(name: String, size: Int)]
        do { files = try folder.list() } catch {
            folder.unlock()
            throw error
        }
        (self.folder, self.limits) = (folder, limits)
        items = files.compactMap { DeliveryItem(name: $0.name, size: $0.size) }
        items.removeAll { $0.size > limits.body }
        items.sort { $0.number < $1.number }
        bytes = items.reduce(0) { $0 + $1.size }
        next = (items.last?.number ?? 0) &+ 1
    }

    deinit { folder.unlock() }

    /// How many wait.
    public var count: Int { items.count }

    /// The next to be delivered: the oldest of the highest level.
    public var first: DeliveryItem? {
        guard let level = items.lazy.map(\.level).max() else { return nil }
        return items.first { $0.level == level }
    }

    /// So many of those that wait: the highest level first, and of each the oldest.
    func gravest(_ count: Int) -> [DeliveryItem] {
        Array(items.sorted { ($1.level, $0.number) < ($0.level, $1.number) }.prefix(count))
    }

    /// Writes a body durably; false when it was dropped because all that waits is graver. A key that waits already is
    /// written anew.
    @discardableResult
    public mutating func add(_ body: [UInt8], key: String, level: RuleLevel) throws(DeliveryError) -> Bool {
        guard DeliveryItem.isKey(key) else { throw DeliveryError(.key) }
        guard body.count <= limits.body else { throw DeliveryError(.oversized) }
        guard try makeRoom(for: body.count, level: level) else { return false }
        let item = DeliveryItem(number: next, level: level, key: key, size: body.count)
        try folder.write(item.name, body)
        next &+= 1
        if let earlier = items.first(where: { $0.key == key }) { try remove(earlier) }
        items.append(item)
        bytes += item.size
        return true
    }

    /// The body of an entry; nil when it is gone or torn.
    public func body(of item: DeliveryItem) -> [UInt8]? { folder.read(item.name, size: item.size) }

    /// Takes an entry out, after it was delivered.
    public mutating func remove(_ item: DeliveryItem) throws(DeliveryError) {
        try folder.remove(item.name)
        items.removeAll { $0.number == item.number }
        bytes = items.reduce(0) { $0 + $1.size }
    }

    private mutating func makeRoom(for size: Int, level: RuleLevel) throws(DeliveryError) -> Bool {
        while items.count >= limits.entries || bytes + size > limits.bytes {
            guard let lowest = items.min(by: { ($0.level, $0.number) < ($1.level, $1.number) }), lowest.level <= level
            else {
                dropped[level, default: 0] += 1
                return false
            }
            dropped[lowest.level, default: 0] += 1
            try remove(lowest)
        }
        return true
    }
}
