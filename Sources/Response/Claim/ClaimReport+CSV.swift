import Vocabulary

extension ClaimReport {
    /// Heads of the columns of ``csv``.
    static let head = ["row", "outcome", "reason", "by", "patient", "releases", "tiers", "first", "last", "holders"]

    /// A line for each row that could be read and, of ours, each patient, in the order of rows; every cell through
    /// ``CSVCell``.
    public var csv: String {
        let lines = answers.flatMap { answer in
            answer.person.rows.flatMap { row in answer.cells.map { (row, [String(row)] + $0) } }
        }
        return CSVCell.line(ClaimReport.head)
            + lines.sorted { $0.0 < $1.0 }.map { CSVCell.line($0.1) }.joined()
    }
}

extension ClaimReport.Answer {
    /// The cells behind the row's number: those of each patient, or of nobody.
    fileprivate var cells: [[String]] {
        let by = person.search?.key.rawValue ?? ""
        guard case .ours(let patients) = outcome else {
            let reason = if case .unknown(let reason) = outcome { reason.rawValue } else { "" }
            return [[outcome.word, reason, by] + Array(repeating: "", count: 6)]
        }
        return patients.map { [outcome.word, $0.why, by, $0.id.description] + $0.cells }
    }
}

extension ClaimedPatient {
    /// Why its releases are not known.
    fileprivate var why: String {
        if case .failure(let reason) = releases { reason.rawValue } else { "" }
    }

    fileprivate var cells: [String] {
        guard let known else { return Array(repeating: "", count: 5) }
        return [
            String(known.count), known.tiers.tiers.map(\.word).joined(separator: " "), known.first?.instant ?? "",
            known.last?.instant ?? "", known.holders.keys.sorted().joined(separator: " "),
        ]
    }
}
