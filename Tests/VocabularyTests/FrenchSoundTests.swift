import Testing
import Vocabulary

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

    /// Tokens are computed of these keys: another one loses whoever was written before.
    @Test(arguments: [
        ("Dupont", "dup3"), ("Martin", "mart1"), ("Lefèvre", "lefevr"), ("Jean", "ge2"), ("Chopin", "5op1"),
        ("Beaux", "bo"), ("Li", "li"), ("Christophe", "kristof"), ("Schneider", "5neder"), ("Charles", "5arl"),
        ("Philippe", "filip"), ("Hélène", "elen"), ("Thibault", "tibo"), ("Renauld", "reno"), ("Meaulx", "meo"),
        ("Moreau", "moro"), ("Guérin", "ger1"), ("Guillaume", "gilom"), ("Guy", "gi"), ("Yves", "iv"),
        ("Wagner", "vagner"), ("Zoé", "se"), ("Roux", "ru"), ("Quentin", "k2t1"), ("Cécile", "sesil"),
        ("Cyril", "siril"), ("Coraline", "koralin"), ("Jérôme", "gerom"), ("Fabvre", "favr"), ("Alain", "al1"),
        ("Reims", "r1"), ("Verdun", "verd1"), ("Simon", "sim3"), ("Anne", "an"), ("Emma", "ema"),
        ("Bernard", "bernar"), ("Pierre", "pier"), ("Louis", "lui"), ("Petits", "peti"), ("Œuvrard", "evrar"),
        ("Loup", "lu"), ("Gaillard", "gelar"), ("Legrand", "legr2"), ("François", "fr2soi"), ("FRANCOISE", "fr2sois"),
        ("Fransois", "fr2soi"), ("Maçon", "mak3"), ("Nguyễn", "ngi2"),
        ("Müller", "muler"), ("Ould", "ul"),
    ])
    func keysAreAsWritten(name: String, key: String) { #expect(FrenchSound.key(of: name) == key) }

    @Test func whatHasNoLettersHasNoKey() {
        for text in ["", "12", " -'", "\u{301}", String(repeating: "a", count: 257)] {
            #expect(FrenchSound.key(of: text) == nil)
            #expect(SearchTerm(.sound, text).folded == nil)
        }
        #expect(FrenchSound.key(of: "Hh")?.isEmpty == true)
        #expect(SearchTerm(.sound, "Hh").folded == nil)
        #expect(SearchTerm(.sound, "Dupond").folded == Array("dup3".utf8))
    }

    @Test func namesAreIndexedByTheirWords() {
        let names = ["de La Tour d'Auvergne", "LEFÈVRE", "Lefebvre", "Jean-Baptiste", "e\u{301} Zoe\u{301}", "Hh 12"]
        let terms = SearchTerm.sounds(of: names)
        #expect(
            terms.map(\.value) == [
                "de", "La", "Tour", "Auvergne", "LEFÈVRE", "Jean", "Baptiste", "Zoe\u{301}",
            ])
        #expect(terms.allSatisfy { $0.field == .sound })
        let many = (0..<30).map { "Mo\(Array("bdfgklmnprstv")[$0 % 13])\(Array("aeio")[$0 / 13])l" }
        #expect(SearchTerm.sounds(of: many).map(\.value) == Array(many.prefix(12)))
    }
}
