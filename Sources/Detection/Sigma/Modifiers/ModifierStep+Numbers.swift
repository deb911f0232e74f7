extension ModifierStep {
    /// `lt lte gt gte` of a number, or of a part of a date, which becomes the list of the parts on that side.
    func compared(_ value: SigmaValue) throws(RuleError) -> SigmaValue {
        guard let comparison = ValueTest.Comparison(rawValue: modifier.rawValue) else { return value }
        switch value {
        case .number(_, let number): return .compares(comparison, number)
        case .datePart(let part, let bound): return try parts(part, comparison, bound)
        default: throw wrong(value, needs: "a number")
        }
    }

    private func parts(
        _ part: ValueTest.DatePart, _ comparison: ValueTest.Comparison, _ bound: Int
    ) throws(RuleError) -> SigmaValue {
        let found = ModifierStep.range(part).filter { other in
            switch comparison {
            case .lt: other < bound
            case .lte: other <= bound
            case .gt: other > bound
            case .gte: other >= bound
            case .eq: other == bound
            case .neq: other != bound
            }
        }
        guard !found.isEmpty else {
            throw place.refuse("no \(part.rawValue) is on that side of \(bound)", instead: "write another bound")
        }
        return .variants(found.map { .datePart(part, $0) })
    }

    /// `minute hour day week month year`: the number that the part must be.
    func datePart(_ value: SigmaValue) throws(RuleError) -> SigmaValue {
        guard let part = ValueTest.DatePart(rawValue: modifier.rawValue), case .number(_, let number) = value else {
            throw wrong(value, needs: "a number")
        }
        let range = ModifierStep.range(part)
        guard let whole = Int(exactly: number), range.contains(whole) else {
            throw place.refuse(
                "no \(part.rawValue) has this number",
                instead: "write a whole number between \(range.lowerBound) and \(range.upperBound)")
        }
        return .datePart(part, whole)
    }

    private static func range(_ part: ValueTest.DatePart) -> ClosedRange<Int> {
        switch part {
        case .minute: 0...59
        case .hour: 0...23
        case .day: 1...31
        case .week: 1...53
        case .month: 1...12
        case .year: 1970...2199
        }
    }

    /// `cidr`: an address and how many of its bits count; without a number, all of them.
    func network(_ value: SigmaValue) throws(RuleError) -> SigmaValue {
        guard let literal = try text(value).literal else {
            throw place.refuse("`cidr` with wildcards", instead: "write a network, as 10.0.0.0/8")
        }
        guard let network = NetworkText(String(decoding: literal, as: UTF8.self)) else {
            throw place.refuse("not a network", instead: "write it as 10.0.0.0/8 or 2001:db8::/32")
        }
        guard network.isAligned else {
            throw place.refuse("bits are set beyond the prefix", instead: "write \(network.aligned)")
        }
        return .network(network.bytes, prefix: network.prefix)
    }
}
