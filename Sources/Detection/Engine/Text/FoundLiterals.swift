/// The literals that were found in one value, each once; used again for the next value, so that nothing is allocated.
struct FoundLiterals {
    private(set) var literals: [Int32] = []
    /// The value in which a literal was found last, by literal.
    private var seen: [UInt32]
    private var value: UInt32 = 0

    /// Has room for so many literals.
    init(count: Int = 0) { seen = Array(repeating: 0, count: count) }

    /// Begins a value.
    @inline(__always)
    mutating func begin() {
        literals.removeAll(keepingCapacity: true)
        value &+= 1
        if value == 0 { forget() }
    }

    /// After four billion values the counter starts again.
    private mutating func forget() {
        value = 1
        for index in seen.indices { seen[index] = 0 }
    }

    /// Whether a literal was found in this value.
    @inline(__always)
    func has(_ literal: Int32) -> Bool { seen[Int(literal)] == value }

    /// Adds a literal.
    @inline(__always)
    mutating func add(_ literal: Int32) {
        guard !has(literal) else { return }
        seen[Int(literal)] = value
        literals.append(literal)
    }
}
