import Foundation
import Testing

@testable import Detection

/// Correlations against those of another program: `scripts/sigma_oracle.py SEED COUNT DIR` writes streams and what
/// pySigma's SQLite backend finds in them.
@Suite struct OracleTests {
    @Test(.enabled(if: OracleStream.directory != nil, "COLLOQUE_ORACLE names no directory of streams"))
    func `correlations agree with those of the SQLite oracle, whatever the order of arrival`() throws {
        let directory = try #require(OracleStream.directory)
        let (first, last) = try OracleTests.range(in: directory)
        var (agreed, shapes, shown): (Int, [String: (agreed: Int, all: Int)], Int) = (0, [:], 0)
        for number in first...last {
            let stream = try OracleStream(number, in: directory)
            let found = try stream.found()
            let agrees = found.lines == stream.expected && !found.repeated
            let before = shapes[stream.shape] ?? (0, 0)
            shapes[stream.shape] = (before.agreed + (agrees ? 1 : 0), before.all + 1)
            agreed += agrees ? 1 : 0
            if !agrees, shown < 12 {
                shown += 1
                let (more, less) = (found.lines.subtracting(stream.expected), stream.expected.subtracting(found.lines))
                print("stream \(number), \(stream.shape): only here \(more.sorted()), only there \(less.sorted())")
            }
        }
        for (shape, count) in shapes.sorted(by: { $0.key < $1.key }) {
            print("  \(shape): \(count.agreed) of \(count.all)")
        }
        print("oracle: \(agreed) of \(last - first + 1) streams agree")
        #expect(agreed == last - first + 1)
    }

    /// The numbers of the first and the last stream.
    private static func range(in directory: URL) throws -> (Int, Int) {
        let names = try FileManager.default.contentsOfDirectory(atPath: directory.path)
        let numbers = names.filter { $0.hasSuffix(".expected") }.compactMap { Int($0.dropLast(9)) }
        return (try #require(numbers.min()), try #require(numbers.max()))
    }
}
