extension FormSheet {
    static func step(_ facts: CaseFacts) -> FormSection {
        let (language, notification) = (facts.language, facts.notification)
        let isInitial = notification.phase == .initial
        var fields = [
            FormField.text(
                "type", language.either("Type de notification", "Kind of notification"),
                isInitial
                    ? language.either("Notification initiale", "Initial notification")
                    : language.either("Notification complémentaire", "Complementary notification"))
        ]
        if !isInitial {
            fields.append(
                .text(
                    "initial_reference",
                    language.either("Numéro de la notification initiale", "Number of the initial notification"),
                    notification.initialReference, demanded: true))
        }
        fields.append(
            .text("case", language.either("Référence interne", "Own reference"), facts.incident.id))
        return FormSection(key: "step", title: language.either("Étape", "Step"), fields: fields)
    }

    static func controller(_ facts: CaseFacts) -> FormSection {
        let (language, practice) = (facts.language, facts.practice)
        let fields: [FormField] = [
            .text("siren", "SIREN", practice.siren, demanded: true),
            .text("name", language.either("Dénomination", "Name"), practice.name, demanded: true),
            .text("siret", "SIRET", practice.siret),
            .text("finess", "FINESS", practice.finess),
            .lines("address", language.either("Adresse", "Address"), practice.address, demanded: true),
            .lines(
                "contact_person", language.either("Personne à contacter", "Contact person"),
                lines(practice.contact), demanded: true),
            .lines(
                "legal_representative", language.either("Représentant légal", "Legal representative"),
                lines(practice.representative), demanded: true),
            .lines(
                "dpo", language.either("Délégué à la protection des données", "Data protection officer"),
                lines(practice.officer)),
        ]
        return FormSection(
            key: "controller", title: language.either("Responsable de traitement", "Controller"), fields: fields)
    }

    static func processor(_ facts: CaseFacts) -> FormSection {
        let (language, vendor) = (facts.language, facts.vendor)
        let fields: [FormField] = [
            .text("name", language.either("Dénomination", "Name"), vendor.name),
            .lines("address", language.either("Adresse", "Address"), vendor.address),
            .lines("contact_person", language.either("Personne à contacter", "Contact person"), lines(vendor.contact)),
            .lines(
                "dpo", language.either("Délégué à la protection des données", "Data protection officer"),
                lines(vendor.officer)),
        ]
        return FormSection(
            key: "processor", title: language.either("Sous-traitant concerné", "Processor involved"), fields: fields)
    }

    private static func lines(_ contact: ContactFacts?) -> [String] {
        guard let contact else { return [] }
        return [contact.name, contact.role, contact.email, contact.phone].compactMap { $0 }
    }
}
