/// How many elements each array and object of a text has, in the order in which they open, so that each can be
/// allocated once. A guess: the text is not yet known to be well formed.
struct ContainerSizes {
    private var sizes: [UInt32] = []
    private var next = 0

    /// Counts commas; gives up where the text is deeper than `depth`, where the reader will refuse.
    init(_ bytes: Span<UInt8>, _ marks: Span<UInt32>, depth: Int) {
        var open: [Int] = []
        open.reserveCapacity(16)
        sizes.reserveCapacity(marks.count / 8)
        for index in marks.indices {
            switch bytes[Int(marks[index])] {
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                guard open.count < depth else { return }
                open.append(sizes.count)
                sizes.append(1)
            case UInt8(ascii: ","):
                if let last = open.last { sizes[last] += 1 }
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                _ = open.popLast()
            default: break
            }
        }
    }

    /// The size of the next container to open.
    mutating func take() -> Int {
        guard next < sizes.count else { return 0 }
        defer { next += 1 }
        return Int(sizes[next])
    }
}
