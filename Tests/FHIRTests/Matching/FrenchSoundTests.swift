import Testing

@testable import FHIR

@Suite("How names sound") struct FrenchSoundTests {
    @Test(arguments: [
        ("Dupont", "Dupond"), ("Lefebvre", "Lefèvre"), ("Martin", "Martain"), ("Guillaume", "Gillaume"),
        ("Henry", "Henri"),
        ("Jean-Philippe", "Jean Philipe"), ("Thibault", "Thibaud"), ("Renault", "Renaud"), ("Reynaud", "Renaud"),
        ("Mathieu", "Matthieu"), ("Christian", "Cristian"), ("Schmidt", "Chmid"), ("Philippe", "Filippe"),
        ("Moreau", "Moraud"), ("Durand", "Durant"), ("Gérard", "Jérard"), ("Zoé", "Soé"), ("Yves", "Ives"),
        ("Roux", "Rous"), ("Vincent", "Vinsan"), ("DÉSIRÉE", "Desiree"),
    ])
    func alike(a: String, b: String) {
        #expect(FrenchSound.areAlike(a, b), "\(FrenchSound.key(of: a) ?? "") \(FrenchSound.key(of: b) ?? "")")
    }

    @Test(arguments: [
        ("Martin", "Marin"), ("Dupont", "Dumont"), ("Louis", "Louise"), ("Bernard", "Besnard"), ("Petit", "Potet"),
        ("Anne", "An"), ("Roy", "Rey"), ("Lambert", "Humbert"), ("", ""), ("12", "12"),
    ])
    func different(a: String, b: String) {
        #expect(!FrenchSound.areAlike(a, b), "\(FrenchSound.key(of: a) ?? "") \(FrenchSound.key(of: b) ?? "")")
    }

    @Test func keysAreAsWritten() {
        for (name, key) in [
            ("Dupont", "dup3"), ("Martin", "mart1"), ("Lefèvre", "lefevr"), ("Jean", "ge2"), ("Chopin", "5op1"),
            ("Beaux", "bo"), ("Li", "li"),
        ] {
            #expect(FrenchSound.key(of: name) == key, "\(name)")
        }
    }
}
