/// One place that breaks a rule, printed as `file:line: what (why the rule is there)`.
struct Finding: CustomStringConvertible {
    let file: String
    let line: Int
    let what: String
    let reason: String

    var description: String { "\(file):\(line): \(what) (\(reason))" }

    /// All findings, one a line; empty when there are none.
    static func report(_ findings: [Finding]) -> String {
        findings.map { "\n" + $0.description }.joined()
    }
}
