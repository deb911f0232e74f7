/// Gives names small numbers, up to a bound.
struct NameTable: Sendable {
    private var numbers: [String: Int32] = [:]
    private(set) var names: [String] = []
    private let maximum: Int

    init(maximum: Int) { self.maximum = min(maximum, Int(Int32.max)) }

    var count: Int { names.count }

    /// The name's number; nil once the table is full and the name not in it.
    mutating func number(of name: String) -> Int32? {
        if let number = numbers[name] { return number }
        guard names.count < maximum else { return nil }
        let number = Int32(names.count)
        numbers[name] = number
        names.append(name)
        return number
    }
}
