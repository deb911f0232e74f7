/// What one call of `$import` carries: some groups, whole.
struct ImportCall: Sendable {
    private(set) var items: [ImportItem] = []
    /// A line a group.
    private(set) var body: [UInt8] = []
    private var groups = 0

    private static let maximumBytes = 6 << 20
    private static let maximumGroups = 500

    /// Parts groups into calls as they are asked for.
    static func calls<Groups: Sequence<[ImportItem]>>(_ groups: Groups) -> some Sequence<ImportCall> {
        var rest = groups.makeIterator()
        var waiting: ImportCall?
        return AnyIterator { () -> ImportCall? in
            var call = waiting ?? ImportCall()
            waiting = nil
            while let group = rest.next() {
                guard !group.isEmpty else { continue }
                var next = ImportCall()
                next.add(group)
                guard call.takes(next) else {
                    waiting = next
                    return call
                }
                call.append(next)
            }
            return call.items.isEmpty ? nil : call
        }
    }

    private func takes(_ other: ImportCall) -> Bool {
        groups == 0 || groups < ImportCall.maximumGroups && body.count + other.body.count <= ImportCall.maximumBytes
    }

    private mutating func append(_ other: ImportCall) {
        items += other.items
        body += other.body
        groups += other.groups
    }

    private mutating func add(_ group: [ImportItem]) {
        items += group
        groups += 1
        body.append(contentsOf: "{\"entries\":[".utf8)
        for (place, item) in group.enumerated() {
            if place > 0 { body.append(UInt8(ascii: ",")) }
            item.write(into: &body)
        }
        body.append(contentsOf: "]}\n".utf8)
    }
}
