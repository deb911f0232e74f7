/// Lists, one after the other in one array.
struct Lists<Item: Sendable>: Sendable {
    private let starts: [Int32]
    private let items: [Item]

    init(_ lists: [[Item]]) {
        var (starts, items): ([Int32], [Item]) = ([0], [])
        for list in lists {
            items += list
            starts.append(Int32(items.count))
        }
        (self.starts, self.items) = (starts, items)
    }

    /// The places of a list's items.
    @inline(__always)
    func places(_ list: Int) -> Range<Int> { Int(starts[list])..<Int(starts[list + 1]) }

    /// The item at a place.
    @inline(__always)
    subscript(place: Int) -> Item { items[place] }
}
