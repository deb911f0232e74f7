import Vocabulary

extension SyntheticFrance {
    /// A commune outside Corsica, whose FINESS numbers hold a letter that Luhn's rule does not cover.
    func place(_ random: inout SeededGenerator) -> Commune? {
        for _ in 0..<50 {
            if let commune = Communes.pick(&random), commune.isNumeric { return commune }
        }
        return nil
    }

    /// Draws a professional. RPPS numbers begin with 10 and count up; secretaries have none.
    func professional(_ index: Int, _ role: Role, seed: UInt64, practice: Int) -> SyntheticProfessional {
        var random = SeededGenerator(seed: seed, .professional, index)
        let female = random.chance(role == .physician || role == .onCall ? 0.5 : 0.85)
        let birthYear = today.components.year - random.between(29, 66)
        let body = "10" + Self.digits(practice % 90_000, 5) + Self.digits(index, 3)
        let registered = role != .secretary && role != .remoteSecretariat
        return SyntheticProfessional(
            index: index, sourceID: "d\(practice).\(index)", role: role, family: FamilyNames.all.pickCommon(&random),
            given: GivenNames.list(female: female, year: birthYear).pickCommon(&random), isFemale: female,
            rpps: registered ? body + "\(Luhn.key(body))" : nil)
    }

    /// Department, six digits, key. Overseas the three digits of the department leave five.
    static func finess(_ department: String, _ random: inout SeededGenerator) -> String {
        let width = 8 - department.utf8.count
        let body = department + digits(random.below(width == 6 ? 1_000_000 : 100_000), width)
        return body + "\(Luhn.key(body))"
    }

    /// A SIREN of nine digits and the establishment's five.
    static func siret(_ random: inout SeededGenerator) -> String {
        let company = digits(random.between(30_000_000, 98_999_999), 8)
        let siren = company + "\(Luhn.key(company))"
        let body = siren + digits(random.between(1, 30), 4)
        return body + "\(Luhn.key(body))"
    }

    private static func digits(_ number: Int, _ width: Int) -> String {
        var out = ByteWriter()
        out.integer(number, width: width)
        return String(decoding: out.bytes, as: UTF8.self)
    }
}
