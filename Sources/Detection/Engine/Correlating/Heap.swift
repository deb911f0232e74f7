/// Items by time, the earliest first; of one moment in no order.
struct Heap<Item: Sendable>: Sendable {
    private var items: [(time: Int64, item: Item)] = []

    var count: Int { items.count }
    var first: (time: Int64, item: Item)? { items.first }

    mutating func push(_ time: Int64, _ item: Item) {
        items.append((time, item))
        var place = items.count - 1
        while place > 0, items[(place - 1) / 2].time > time {
            items.swapAt(place, (place - 1) / 2)
            place = (place - 1) / 2
        }
    }

    @discardableResult mutating func pop() -> (time: Int64, item: Item)? {
        guard let last = items.popLast() else { return nil }
        guard let first = items.first else { return last }
        items[0] = last
        var place = 0
        while true {
            var child = 2 * place + 1
            guard child < items.count else { return first }
            if child + 1 < items.count, items[child + 1].time < items[child].time { child += 1 }
            guard items[child].time < items[place].time else { return first }
            items.swapAt(child, place)
            place = child
        }
    }
}
