import Glibc

/// How many different values came within a sliding time, estimated in constant room: HyperLogLog whose registers keep
/// the ranks that may still become the highest as older ones leave (Chabchoub and Hébrail, "Sliding HyperLogLog",
/// 2010).
struct DistinctSketch: Sendable {
    /// Registers: 2^11. The standard error is 1.04/√2048, or 2.3 %.
    private static let bits = 11
    static let standardError = 0.023
    private let span: Int64
    private var registers: [[(time: Int64, rank: UInt8)]]

    init(span: Int64) {
        self.span = span
        registers = Array(repeating: [], count: 1 << DistinctSketch.bits)
    }

    /// Takes a value's hash. Times never go back.
    mutating func add(_ hash: UInt64, at time: Int64) {
        let register = Int(hash >> (64 - UInt64(DistinctSketch.bits)))
        let rank = UInt8(
            (hash << UInt64(DistinctSketch.bits) | 1 << UInt64(DistinctSketch.bits - 1)).leadingZeroBitCount + 1)
        registers[register].removeAll { $0.rank <= rank || $0.time < time - span }
        registers[register].append((time, rank))
    }

    /// The estimate for all values since a moment.
    func count(since start: Int64) -> Double {
        let size = Double(registers.count)
        var (sum, empty) = (0.0, 0)
        for register in registers {
            let rank = register.first { $0.time >= start }?.rank ?? 0
            if rank == 0 { empty += 1 }
            sum += 1 / Double(1 << UInt64(min(rank, 62)))
        }
        let estimate = 0.7213 / (1 + 1.079 / size) * size * size / sum
        return empty > 0 && estimate < 2.5 * size ? size * log(size / Double(empty)) : estimate
    }
}
