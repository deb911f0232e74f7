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
    /// Of each register the rank that counts, and how many have each rank.
    private var tops: [(time: Int64, rank: UInt8)]
    private var ranks: [Int]
    /// No rank that counts is older.
    private var oldest = Int64.max

    init(span: Int64) {
        self.span = span
        let count = 1 << DistinctSketch.bits
        registers = Array(repeating: [], count: count)
        tops = Array(repeating: (.max, 0), count: count)
        ranks = [count] + Array(repeating: 0, count: 63)
    }

    /// Takes a value's hash. Times never go back.
    mutating func add(_ hash: UInt64, at time: Int64) {
        let register = Int(hash >> (64 - UInt64(DistinctSketch.bits)))
        let rank = UInt8(
            (hash << UInt64(DistinctSketch.bits) | 1 << UInt64(DistinctSketch.bits - 1)).leadingZeroBitCount + 1)
        registers[register].removeAll { $0.rank <= rank || $0.time < time - span }
        registers[register].append((time, rank))
        choose(register)
    }

    /// The estimate for all values since a moment, which is none before that of an earlier call: without a look at the registers
    /// as long as none of their ranks has left.
    mutating func count(since start: Int64) -> Double {
        if start > oldest { leave(before: start) }
        let size = Double(registers.count)
        var (sum, weight) = (0.0, 1.0)
        for count in ranks {
            sum += Double(count) * weight
            weight /= 2
        }
        let estimate = 0.7213 / (1 + 1.079 / size) * size * size / sum
        return ranks[0] > 0 && estimate < 2.5 * size ? size * log(size / Double(ranks[0])) : estimate
    }

    /// The first in a register's list is the highest that has not left.
    private mutating func choose(_ register: Int) {
        let top = registers[register].first ?? (.max, 0)
        ranks[Int(tops[register].rank)] -= 1
        ranks[Int(top.rank)] += 1
        tops[register] = top
        oldest = min(oldest, top.time)
    }

    private mutating func leave(before start: Int64) {
        oldest = .max
        for register in registers.indices {
            if tops[register].time < start { registers[register].removeAll { $0.time < start } }
            choose(register)
        }
    }
}
