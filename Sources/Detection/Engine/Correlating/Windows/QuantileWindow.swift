/// `value_percentile` and `value_median`: numbers in order, in blocks of at most 512, so that one more costs little
/// whatever is there.
///
/// Between two numbers it is interpolated in a straight line. Beyond 262,144 numbers the oldest leave early.
struct QuantileWindow: SlidingWindow {
    private static let most = 262_144
    private static let block = 512
    private let span: Int64
    private let quantile: Double
    private var blocks: [[Double]] = []
    private var order = Ring<(time: Int64, number: Double)>()

    init(_ shape: WindowShape) { (span, quantile) = (shape.span, shape.quantile) }

    var weight: Int { order.count }

    mutating func add(_ input: CorrelationInput) {
        guard input.number.isFinite else { return }
        if order.count >= QuantileWindow.most, let first = order.popFirst() { remove(first.number) }
        order.append((input.time, input.number))
        insert(input.number)
    }

    mutating func measure(at now: Int64) -> Double? {
        while let first = order.first, first.time < now - span {
            remove(first.number)
            order.popFirst()
        }
        guard !order.isEmpty else { return nil }
        let position = Double(order.count - 1) * quantile
        let (low, part) = (Int(position), position - position.rounded(.down))
        return part == 0 ? number(low) : number(low) * (1 - part) + number(low + 1) * part
    }

    private func number(_ place: Int) -> Double {
        var left = place
        for block in blocks {
            if left < block.count { return block[left] }
            left -= block.count
        }
        return .nan
    }

    private func place(of number: Double, in list: [Double]) -> Int {
        var (low, high) = (0, list.count)
        while low < high {
            let middle = (low + high) / 2
            if list[middle] < number { low = middle + 1 } else { high = middle }
        }
        return low
    }

    private mutating func insert(_ number: Double) {
        guard !blocks.isEmpty else { return blocks = [[number]] }
        let at = blocks.firstIndex { number <= $0[$0.count - 1] } ?? blocks.count - 1
        blocks[at].insert(number, at: place(of: number, in: blocks[at]))
        if blocks[at].count > QuantileWindow.block {
            let half = blocks[at].count / 2
            blocks.insert(Array(blocks[at][half...]), at: at + 1)
            blocks[at].removeLast(blocks[at].count - half)
        }
    }

    private mutating func remove(_ number: Double) {
        guard let at = blocks.firstIndex(where: { number <= $0[$0.count - 1] }) else { return }
        let place = place(of: number, in: blocks[at])
        guard place < blocks[at].count, blocks[at][place] == number else { return }
        blocks[at].remove(at: place)
        if blocks[at].isEmpty { blocks.remove(at: at) }
    }
}
