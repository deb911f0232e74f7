/// Why a benchmark could not measure: something that it relies on did not work.
enum BenchmarkError: Error, CustomStringConvertible {
    /// A system call failed.
    case system(String)
    /// A part of the house answered otherwise than it should.
    case unexpected(String)

    var description: String {
        switch self {
        case .system(let what): "\(what): system error"
        case .unexpected(let what): "unexpected: \(what)"
        }
    }
}
