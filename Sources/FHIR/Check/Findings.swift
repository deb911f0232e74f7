/// What a check found so far. Places are put together on the way back up, so that what is right costs nothing.
struct Findings {
    /// One issue whose place is not yet whole.
    private struct Finding {
        let code: StructureIssue.Code
        /// From the inside out.
        var steps: [Location.Step]
    }

    private var found: [Finding] = []
    private var errors = 0

    /// How many there are.
    var count: Int { found.count }
    /// Whether no further error would be told. Warnings never fill it: they must not hide an error.
    var isFull: Bool { errors >= StructureCheck.maximumIssues }

    /// Notes an issue at the current place, or at a place inside, given from the inside out.
    mutating func report(_ code: StructureIssue.Code, _ steps: [Location.Step] = []) {
        let isError = code.severity == .error
        guard isError ? !isFull : found.count - errors < StructureCheck.maximumIssues else { return }
        found.append(Finding(code: code, steps: steps))
        errors += isError ? 1 : 0
    }

    /// Puts everything found since then inside a step.
    mutating func enclose(_ step: Location.Step, since start: Int) {
        for place in start..<found.count { found[place].steps.append(step) }
    }

    /// The issues in the order found, warnings as far as errors leave room.
    func issues(in root: String) -> [StructureIssue] {
        var room = StructureCheck.maximumIssues - errors
        return found.compactMap { finding in
            if finding.code.severity == .warning {
                guard room > 0 else { return nil }
                room -= 1
            }
            return StructureIssue(code: finding.code, location: Location(root, inner: finding.steps).text)
        }
    }
}
