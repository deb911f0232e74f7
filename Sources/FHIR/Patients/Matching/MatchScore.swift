import JSONTree

/// What is thought of a patient who was found: points from 0 to 100, and a grade.
///
/// | | same | alike | different |
/// |---|---|---|---|
/// | family name, best of all | 25 | 18 | −15 |
/// | given name in use | 20 | 13 | −20 |
/// | both, in each other's place | 40 | | |
/// | birth date | 30 | 15 | −30 |
/// | gender | 5 | | −10 |
/// | national number 45, other identifier 45, phone 15, e-mail 15 | | | 0 |
///
/// What is unknown counts 0. Certain is who has the same birth date, names the same or alike and an identifier; or the same names and
/// birth date, no other gender, and a phone or e-mail. Probable begins at 60 points, possible at 35.
public struct MatchScore: Sendable, Hashable {
    /// From 0 to 100.
    public let points: Int
    /// How sure it is.
    public let grade: MatchGrade

    /// Points from which a match is probable.
    public static let probable = 60
    /// Points from which it is possible.
    public static let possible = 35

    init(_ wanted: PatientTraits, _ found: PatientTraits, _ evidence: Set<MatchEvidence>) {
        let compared = Comparison(wanted, found)
        points = min(max(compared.points + MatchScore.points(of: evidence), 0), 100)
        if compared.isCertain(with: evidence) {
            grade = .certain
        } else {
            let isPossible = points >= MatchScore.possible
            grade = points >= MatchScore.probable ? .probable : isPossible ? .possible : .certainlyNot
        }
    }

    /// `Bundle.entry.search.score`: from 0 to 1, two decimals.
    public var decimal: JSONNumber {
        let digits = points < 10 ? "0\(points)" : "\(points)"
        return JSONNumber(text: points == 100 ? "1.00" : "0.\(digits)") ?? JSONNumber(0)
    }

    private static func points(of evidence: Set<MatchEvidence>) -> Int {
        let identifiers = evidence.contains(.nationalNumber) || evidence.contains(.identifier) ? 45 : 0
        return identifiers + (evidence.contains(.phone) ? 15 : 0) + (evidence.contains(.email) ? 15 : 0)
    }
}

extension MatchScore {
    /// Two identities side by side.
    private struct Comparison {
        let family: Likeness
        let given: Likeness
        let birth: Likeness
        let gender: Likeness
        /// Whether family and given name stand in each other's place.
        let isSwapped: Bool

        init(_ a: PatientTraits, _ b: PatientTraits) {
            family = Likeness(names: a.families, b.families)
            let firsts = Likeness(names: a.firstGivens, b.firstGivens)
            let anyGiven = Likeness(names: a.givens.flatMap(\.self), b.givens.flatMap(\.self))
            // A second given name in the first one's place is no more than alike.
            given = firsts >= .alike || firsts == .unknown ? firsts : min(anyGiven, .alike)
            birth = Likeness(day: a.birthDate, b.birthDate)
            gender = a.gender == nil || b.gender == nil ? .unknown : a.gender == b.gender ? .same : .different
            isSwapped =
                family < .alike && Likeness(names: a.families, b.firstGivens) == .same
                && Likeness(names: a.firstGivens, b.families) == .same
        }

        var points: Int {
            let names = isSwapped ? 40 : Comparison.points(family, 25, 18, -15) + Comparison.points(given, 20, 13, -20)
            return names + Comparison.points(birth, 30, 15, -30) + Comparison.points(gender, 5, 5, -10)
        }

        func isCertain(with evidence: Set<MatchEvidence>) -> Bool {
            guard birth == .same, family >= .alike, given >= .alike else { return false }
            if !evidence.isDisjoint(with: [.nationalNumber, .identifier]) { return true }
            return family == .same && given == .same && gender != .different
                && !evidence.isDisjoint(with: [.phone, .email])
        }

        private static func points(_ likeness: Likeness, _ same: Int, _ alike: Int, _ different: Int) -> Int {
            switch likeness {
            case .same: same
            case .alike: alike
            case .different: different
            case .unknown: 0
            }
        }
    }
}
