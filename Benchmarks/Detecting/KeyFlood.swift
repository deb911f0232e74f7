import Detection
import Foundation

/// Keys that come once each, as many as an attacker can invent, while one suspect goes on from patient to patient.
struct KeyFlood {
    /// What the flood left.
    struct Result {
        var rate = 0.0
        /// Bytes of resident memory at most, and what was resident at most before.
        var peak = 0
        var before = 0
        var groups = 0
        var isFound = false
    }

    /// Patients after which the suspect is to be found.
    private static let bound = 500

    /// Floods with so many keys; the suspect touches another patient 600 times in all.
    func run(_ keys: Int) throws -> Result {
        var engine = try Engine(DistinctStream.rules(.valueCount, span: 7 * 86_400_000, bound: Double(KeyFlood.bound)))
        var (result, event) = (Result(), Event())
        result.before = KeyFlood.peakMemory
        let (start, step) = (ProcessorTime.ofThread, max(1, keys / 600))
        for number in 0..<keys {
            let time = 1_700_000_000_000 + Int64(number) / 20
            DistinctStream.fill(&event, account: "key-\(number)", patient: number, at: time)
            engine.process(event) { result.isFound = result.isFound || $0.group == ["suspect"] }
            guard number % step == 0 else { continue }
            DistinctStream.fill(&event, account: "suspect", patient: number, at: time)
            engine.process(event) { result.isFound = result.isFound || $0.group == ["suspect"] }
        }
        engine.finish { result.isFound = result.isFound || $0.group == ["suspect"] }
        result.rate = Double(keys) / (ProcessorTime.ofThread - start)
        result.peak = KeyFlood.peakMemory
        result.groups = engine.correlationFigures.first?.figures.groups ?? 0
        return result
    }

    /// The process's largest resident memory so far, in bytes (proc(5), VmHWM).
    private static var peakMemory: Int {
        let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
        return (line?.split { !$0.isNumber }.first).flatMap { Int($0) }.map { $0 << 10 } ?? 0
    }
}
