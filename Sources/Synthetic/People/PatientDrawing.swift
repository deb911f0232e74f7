import Vocabulary

/// Draws the patient records of one practice, each by itself from the practice's seed.
struct PatientDrawing: Sendable {
    /// The practice's seed.
    let seed: UInt64
    /// The day on which the records are looked at.
    let today: CivilDate
    /// The practice's department; most patients live there.
    let department: String

    /// One record in five is a duplicate; the first never is.
    static func isDuplicate(seed: UInt64, row: Int) -> Bool {
        guard row > 0 else { return false }
        var random = SeededGenerator(seed: seed, .duplicate, row)
        return random.chance(0.2)
    }

    /// The row at which the person of this row first appears.
    func person(ofRow row: Int) -> Int {
        guard Self.isDuplicate(seed: seed, row: row) else { return row }
        var random = SeededGenerator(seed: seed, .duplicate, row, 1)
        for _ in 0..<100 {
            let candidate = random.below(row)
            if !Self.isDuplicate(seed: seed, row: candidate) { return candidate }
        }
        return 0
    }

    /// The record of a row.
    func patient(row: Int) -> SyntheticPatient {
        let person = person(ofRow: row)
        var random = SeededGenerator(seed: seed, .person, person)
        var patient = draw(row: row, person: person, &random)
        if person != row {
            var change = SeededGenerator(seed: seed, .row, row)
            patient.alter(&change)
        }
        return patient
    }

    private func draw(row: Int, person: Int, _ random: inout SeededGenerator) -> SyntheticPatient {
        let birth = AgePyramid.birthDate(today: today, &random)
        let age = (today.days - birth.days) * 100 / 36_525
        let female = AgePyramid.isFemale(age: age, &random)
        let names = GivenNames.list(female: female, year: birth.components.year)
        let birthFamily = FamilyNames.all.pickCommon(&random)
        let married = female && age >= 25 && random.chance(age < 50 ? 0.3 : 0.65)
        let given = names.pickCommon(&random)
        let home = random.chance(0.85) ? Communes.pick(department: department, &random) : Communes.pick(&random)
        return SyntheticPatient(
            index: row, personIndex: person, sourceID: "p\(row)", isFemale: female,
            sensitivity: sensitivity(age: age, &random),
            family: married ? FamilyNames.all.pickCommon(&random) : birthFamily,
            birthFamily: married ? birthFamily : nil,
            given: random.chance(0.4) ? [given, names.pick(&random)] : [given], birthDate: birth,
            nir: nir(female: female, birth: birth, &random),
            phone: random.chance(age < 30 ? 0.15 : 0.6) ? FictionalPhone.landline(&random) : nil,
            mobile: random.chance(age < 85 ? 0.9 : 0.4) ? FictionalPhone.mobile(&random) : nil,
            email: random.chance(age < 75 ? 0.65 : 0.2) ? email(given, birthFamily, &random) : nil,
            addressLines: [Streets.line(&random)] + (random.chance(0.2) ? [Streets.complements.pick(&random)] : []),
            postalCode: home?.postalCode ?? "", city: home?.name ?? "")
    }

    /// 0.4 % HIV and 0.6 % sexual orientation, adults only, so about 1 % of all.
    private func sensitivity(age: Int, _ random: inout SeededGenerator) -> Sensitivity? {
        let share = random.unit()
        guard age >= 18 else { return nil }
        return share < 0.005 ? .hiv : share < 0.0125 ? .sexuality : nil
    }

    /// Nine records in ten hold a NIR; one person in nine was born abroad (place 99 and the country's three digits).
    private func nir(female: Bool, birth: CivilDate, _ random: inout SeededGenerator) -> String? {
        let abroad = random.chance(0.11)
        let native = Communes.pick(&random)?.insee ?? "75115"
        let place = abroad ? "99\(100 + random.below(400))" : native
        let number = NIR.compose(female: female, birth: birth, place: place, order: random.between(1, 989))
        return random.chance(0.9) ? number : nil
    }

    private func email(_ given: String, _ family: String, _ random: inout SeededGenerator) -> String {
        let domains = ["example.org", "example.net", "example.com"]
        let separator = [".", "", "-", "_"][random.below(4)]
        let number = random.chance(0.4) ? "\(random.between(1, 99))" : ""
        return Fold.ascii(given) + separator + Fold.ascii(family) + number + "@" + domains[random.below(3)]
    }
}
