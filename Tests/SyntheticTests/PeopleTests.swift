import Testing
import Vocabulary

@testable import Synthetic

@Suite struct PeopleTests {
    private static let today = CivilDate(year: 2026, month: 3, day: 2)
    private static let france = SyntheticFrance(seed: 11, today: today)
    private static let practice = france.practice(0, kind: .group, patients: 6_000)
    private static let patients = (0..<practice.patientCount).map { france.patient($0, of: practice) }

    @Test func identifiersAndContactsAreRight() {
        for patient in Self.patients {
            if let nir = patient.nir { #expect(NIR.isValid(nir), "\(patient.index)") }
            #expect(patient.mobile?.hasPrefix("06 39 98 ") ?? true)
            #expect(patient.email.map { $0.contains("@example.") && $0.utf8.allSatisfy { $0 < 128 } } ?? true)
            #expect(patient.birthDate < Self.today && !patient.given.isEmpty && !patient.family.isEmpty)
        }
        #expect(Self.patients.contains { $0.nir?.dropFirst(5).hasPrefix("2A") ?? false })
    }

    @Test func oneRecordInFiveIsADuplicate() {
        let duplicates = Self.patients.filter(\.isDuplicate)
        #expect(abs(Double(duplicates.count) / Double(Self.patients.count) - 0.2) < 0.02)
        let areLater = duplicates.allSatisfy { duplicate in
            let original = Self.patients[duplicate.personIndex]
            return !original.isDuplicate && original.index < duplicate.index
        }
        #expect(areLater)
        let changed = duplicates.count { duplicate in
            let original = Self.patients[duplicate.personIndex]
            return (duplicate.family, duplicate.given) != (original.family, original.given)
        }
        #expect(changed > duplicates.count / 2)
    }

    @Test func aboutOnePerCentCarryALabel() {
        let share = Double(Self.patients.count { $0.sensitivity != nil }) / Double(Self.patients.count)
        #expect(abs(share - 0.01) < 0.004)
        #expect(
            Self.patients.contains { $0.sensitivity == .hiv } && Self.patients.contains { $0.sensitivity == .sexuality }
        )
    }

    @Test func agesFollowThePyramid() {
        #expect(AgePyramid.perMille.reduce(0, +) == 1000)
        let first = Self.patients.filter { !$0.isDuplicate }
        for (name, ages, expected) in [("young", 0..<20, 0.229), ("middle", 20..<65, 0.552), ("old", 65..<100, 0.219)] {
            let count = first.count { ages.contains((Self.today.days - $0.birthDate.days) * 100 / 36_525) }
            #expect(abs(Double(count) / Double(first.count) - expected) < 0.02, "\(name)")
        }
        let women = first.count { $0.isFemale }
        #expect(abs(Double(women) / Double(first.count) - 0.51) < 0.025)
    }

    @Test func namesAreManyAndOfTheirTime() {
        #expect(FamilyNames.all.words.count >= 150)
        #expect(Set(GivenNames.women.flatMap(\.words)).count >= 150)
        #expect(Set(GivenNames.men.flatMap(\.words)).count >= 150)
        let families = Set(Self.patients.map(\.family))
        for sample in ["é", "-", "'", " "] { #expect(families.contains { $0.contains(sample) }, "\(sample)") }
        #expect(!GivenNames.list(female: false, year: 1935).words.contains("Timéo"))
        #expect(Communes.all.count >= 100)
    }
}
