/// A queue in one array: what goes out at the front makes room for what comes in behind.
struct Ring<Element: Sendable>: Sendable {
    /// Places outside the queue hold whatever stood there last.
    private var items: [Element] = []
    private var head = 0
    private(set) var count = 0

    var isEmpty: Bool { count == 0 }

    /// The item so many places behind the front.
    subscript(place: Int) -> Element {
        get { items[(head + place) & (items.count - 1)] }
        set { items[(head + place) & (items.count - 1)] = newValue }
    }

    var first: Element? { count == 0 ? nil : self[0] }
    var last: Element? { count == 0 ? nil : self[count - 1] }

    mutating func append(_ item: Element) {
        if count == items.count { grow(filling: item) }
        items[(head + count) & (items.count - 1)] = item
        count += 1
    }

    @discardableResult mutating func popFirst() -> Element? {
        guard count > 0 else { return nil }
        let item = self[0]
        head = (head + 1) & (items.count - 1)
        count -= 1
        return item
    }

    private mutating func grow(filling item: Element) {
        let all = (0..<count).map { self[$0] }
        items = all + Array(repeating: item, count: max(4, items.count * 2) - all.count)
        head = 0
    }

    /// Takes other items instead.
    mutating func replace(with all: [Element]) {
        var size = 4
        while size < all.count { size *= 2 }
        items = all.last.map { all + Array(repeating: $0, count: size - all.count) } ?? []
        (head, count) = (0, all.count)
    }
}
