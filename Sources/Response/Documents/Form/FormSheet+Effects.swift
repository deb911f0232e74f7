extension FormSheet {
    static func consequences(_ facts: CaseFacts) -> FormSection {
        let language = facts.language
        let gravity = facts.severity.map { [$0.gravity] } ?? []
        let fields: [FormField] = [
            .choices(
                "impacts", language.either("Conséquences possibles", "Possible effects"), facts.impacts, in: language),
            .lines(
                "likely", language.either("Description des conséquences probables", "Likely consequences, described"),
                facts.consequences, demanded: true),
            .choices("gravity", language.either("Gravité", "Gravity"), gravity, in: language),
        ]
        return FormSection(
            key: "consequences", title: language.either("Conséquences probables", "Likely consequences"),
            fields: fields)
    }

    static func measures(_ facts: CaseFacts) -> FormSection {
        let language = facts.language
        let fields: [FormField] = [
            .lines(
                "taken", language.either("Mesures prises", "Measures taken"), facts.measuresTaken, demanded: true),
            .lines("proposed", language.either("Mesures proposées", "Measures proposed"), facts.measuresProposed),
        ]
        return FormSection(key: "measures", title: language.either("Mesures", "Measures"), fields: fields)
    }

    static func communication(_ facts: CaseFacts) -> FormSection {
        let (language, told) = (facts.language, facts.communication)
        let wording = Wording(language)
        let exemptions = (told?.exemptions ?? []).map { wording.exemption($0.ground) + " " + $0.evidence }
        let fields: [FormField] = [
            .choices(
                "state", language.either("Personnes informées", "People told"), told.map { [$0.state] } ?? [],
                in: language),
            .lines("reasons", language.either("Motifs", "Reasons"), told?.reasons ?? []),
            .lines(
                "exemptions", language.either("Dispenses (article 34, § 3)", "Exemptions (Article 34(3))"), exemptions),
        ]
        return FormSection(
            key: "communication",
            title: language.either("Communication aux personnes", "Communication to the people concerned"),
            fields: fields)
    }
}
