import Vocabulary

extension FormSheet {
    static func chronology(_ facts: CaseFacts) -> FormSection {
        let (language, incident) = (facts.language, facts.incident)
        let wording = Wording(language)
        let time = { (time: Timestamp?) in time.map(wording.time) }
        var fields: [FormField] = [
            .text("began", language.either("Début de la violation", "The breach began"), time(incident.began)),
            .text("ended", language.either("Fin de la violation", "The breach ended"), time(incident.ended)),
            .text("discovered", language.either("Découverte", "Discovered"), time(incident.discovered)),
            .text("contained", language.either("Incident maîtrisé", "Contained"), time(incident.contained)),
            .text(
                "awareness", language.either("Prise de connaissance par la structure", "The practice became aware"),
                wording.time(facts.notification.awareness)),
            .text(
                "deadline", language.either("Échéance des 72 heures", "72 hours end"),
                wording.time(facts.notification.deadline)),
        ]
        if facts.isLate || facts.notification.lateReasons != nil {
            fields.append(
                .text(
                    "late_reasons", language.either("Motifs du retard", "Reasons for the delay"),
                    facts.notification.lateReasons, demanded: facts.isLate && facts.notification.phase == .initial))
        }
        return FormSection(key: "chronology", title: language.either("Chronologie", "Chronology"), fields: fields)
    }

    static func breach(_ facts: CaseFacts) -> FormSection {
        let (language, incident) = (facts.language, facts.incident)
        let fields: [FormField] = [
            .choices("nature", language.either("Nature de la violation", "Nature"), incident.natures, in: language),
            .choices(
                "origin", language.either("Origine de la violation", "Origin"), incident.origin.map { [$0] } ?? [],
                in: language),
            .choices("cause", language.either("Cause de la violation", "Cause"), [incident.cause], in: language),
            .lines(
                "description", language.either("Description", "Description"), incident.description, demanded: true),
        ]
        return FormSection(
            key: "breach", title: language.either("La violation", "The breach"), fields: fields)
    }

    static func data(_ facts: CaseFacts) -> FormSection {
        let language = facts.language
        let fields: [FormField] = [
            .choices("categories", language.either("Catégories de données", "Kinds of data"), facts.data, in: language),
            FormField(
                key: "records",
                label: language.either("Nombre approximatif d’enregistrements", "Approximate number of records"),
                content: facts.records.map { .number($0) } ?? .notGiven),
        ]
        return FormSection(
            key: "data", title: language.either("Données concernées", "Data concerned"), fields: fields)
    }

    static func people(_ facts: CaseFacts) -> FormSection {
        let (language, scope) = (facts.language, facts.scope)
        let wording = Wording(language)
        var fields: [FormField] = [
            .choices(
                "categories", language.either("Catégories de personnes", "Kinds of people"), facts.people, in: language
            ),
            FormField(
                key: "number",
                label: language.either("Nombre approximatif de personnes", "Approximate number of people"),
                content: .number(scope.people)),
            FormField(
                key: "minors", label: language.either("Dont mineurs", "Of them minors"),
                content: .number(scope.minors)),
        ]
        for tier in Tier.allCases {
            let label = language.either("Palier « \(wording.tier(tier)) »", "Tier “\(wording.tier(tier))”")
            fields.append(FormField(key: tier.word, label: label, content: .number(scope[tier].people)))
        }
        return FormSection(
            key: "people", title: language.either("Personnes concernées", "People concerned"), fields: fields)
    }
}
