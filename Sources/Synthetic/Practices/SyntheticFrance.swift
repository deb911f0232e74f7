import Vocabulary

/// A deterministic France: the same seed, day and density give the same bytes on any machine.
public struct SyntheticFrance: Sendable {
    /// The seed of everything.
    public let seed: UInt64
    /// The day on which it is looked at: no visit is later; appointments are.
    public let today: CivilDate
    /// Resources a patient, on average.
    public let density: Int

    /// Takes the three numbers that determine everything; density is kept between 5 and 1,000.
    public init(seed: UInt64, today: CivilDate, density: Int = 90) {
        self.seed = seed
        self.today = today
        self.density = min(max(density, 5), 1_000)
    }

    /// A practice of the given kind; its usual numbers of professionals and records where none are given.
    public func practice(_ index: Int, kind: PracticeKind, professionals: Int? = nil, patients: Int? = nil)
        -> SyntheticPractice
    {
        var random = SeededGenerator(seed: seed, .practice, index)
        let practiceSeed = random.next()
        let size = min(max(professionals ?? kind.usualSize, 1), 500)
        let commune = place(&random)
        let street = Streets.line(&random)
        let staff = (0..<size).map { professional($0, kind.role($0, of: size), seed: practiceSeed, practice: index) }
        let city = commune?.name ?? "Paris"
        let department = commune?.department ?? "75"
        let streetName = street.split(separator: " ").dropFirst(2).joined(separator: " ")
        return SyntheticPractice(
            index: index, seed: practiceSeed, kind: kind,
            name: kind.name(family: staff[0].family, street: streetName, city: city),
            finess: Self.finess(department, &random), siret: Self.siret(&random), street: street,
            postalCode: commune?.postalCode ?? "75015", city: city, department: department,
            phone: FictionalPhone.landline(&random), professionals: staff,
            patientCount: max(0, patients ?? kind.usualPatients(size: size)))
    }

    /// The first `count` practices in the proportions of primary care: mostly solo and group practices, then pharmacies,
    /// a few clinics, laboratories, remote secretariats and on-call centres.
    public func practices(_ count: Int) -> [SyntheticPractice] {
        (0..<max(0, count)).map { index in
            var random = SeededGenerator(seed: seed, .mix, index)
            let kind: PracticeKind
            switch random.below(100) {
            case 0..<45: kind = .solo
            case 45..<70: kind = .group
            case 70..<90: kind = .pharmacy
            case 90..<93: kind = .clinic
            case 93..<95: kind = .laboratory
            case 95..<98: kind = .remoteSecretariat
            default: kind = .onCallCentre
            }
            let size = kind == .group ? random.between(3, 10) : kind == .pharmacy ? random.between(2, 5) : nil
            return practice(index, kind: kind, professionals: size)
        }
    }
}
