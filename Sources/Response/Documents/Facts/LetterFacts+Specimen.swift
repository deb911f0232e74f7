import Vocabulary

extension LetterFacts {
    /// A letter that names nobody, with the tiers of which it is not certain that no key was released in this practice.
    static func specimen(of facts: CaseFacts) -> LetterFacts {
        let language = facts.language
        let touched = facts.scope.tiers.filter { $0.people.upper != 0 }
        return LetterFacts(
            recipient: language.either("[Nom du patient]", "[The patient’s name]"),
            address: [language.either("[Adresse]", "[Address]")],
            tiers: touched.reduce(into: Tiers()) { $0.insert(Tiers($1.tier)) },
            code: language.either("[code]", "[code]"))
    }

    /// A letter to somebody made up, with everything that templates can name.
    static let example = LetterFacts(
        recipient: "Camille Exemple", address: ["1 rue du Modèle", "00000 Exemple"], minor: "Noa Exemple", tiers: .all,
        code: "K7QM-2F9X")
}
