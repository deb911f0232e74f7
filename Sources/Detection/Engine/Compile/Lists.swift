/// Lists of numbers, one after the other in one array.
struct Lists: Sendable {
    private let starts: [Int32]
    private let items: [Int32]

    init(_ lists: [[Int32]]) {
        var (starts, items): ([Int32], [Int32]) = ([0], [])
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
    subscript(place: Int) -> Int32 { items[place] }
}
