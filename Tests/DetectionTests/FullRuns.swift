import Foundation

/// Tests prove the same with little by default; `COLLOQUE_FULL=1` asks for the whole logs, months and numbers of cases.
enum FullRuns {
    static let isFull = ProcessInfo.processInfo.environment["COLLOQUE_FULL"] == "1"

    /// One of two sizes.
    static func size<Size>(_ full: Size, byDefault small: Size) -> Size { isFull ? full : small }
}
