import Testing
import Vocabulary

@testable import Synthetic

@Suite struct IdentifierTests {
    @Test func nirKeysOfTheVectors() {
        #expect(NIR.key("2550814168025") == 38)
        #expect(NIR.key("284052A321025") == 52)
        #expect(NIR.key("284052B321025") == 79)
        #expect(NIR.key("28405XX321025") == nil)
        #expect(NIR.key("255081416802") == nil)
        #expect(NIR.isValid("255081416802538"))
        #expect(!NIR.isValid("255081416802539"))
    }

    @Test func luhnKeys() {
        // The SIREN of an example in INSEE's own documentation.
        #expect(Luhn.isValid("732829320"))
        #expect(!Luhn.isValid("732829321"))
        #expect(!Luhn.isValid(""))
        #expect(!Luhn.isValid("73282932A"))
        #expect(Luhn.key("73282932") == 0)
    }

    @Test func structuresAndProfessionalsHaveRightKeys() {
        let france = SyntheticFrance(seed: 3, today: CivilDate(year: 2026, month: 3, day: 2))
        var registered: Set<String> = []
        for practice in france.practices(150) {
            #expect(practice.finess.utf8.count == 9 && Luhn.isValid(practice.finess))
            #expect(practice.siret.utf8.count == 14 && Luhn.isValid(practice.siret))
            #expect(Luhn.isValid(practice.siret.prefix(9)))
            for rpps in practice.professionals.compactMap(\.rpps) {
                #expect(rpps.utf8.count == 11 && Luhn.isValid(rpps))
                #expect(registered.insert(rpps).inserted)
            }
        }
        #expect(registered.count > 150)
    }

    @Test func sizesAreAsAsked() {
        let france = SyntheticFrance(seed: 3, today: CivilDate(year: 2026, month: 3, day: 2))
        for kind in PracticeKind.allCases {
            let practice = france.practice(1, kind: kind, professionals: 5, patients: 17)
            #expect(practice.size == 5 && practice.patientCount == 17 && practice.kind == kind)
            #expect(france.practice(1, kind: kind).size == kind.usualSize)
        }
    }
}
