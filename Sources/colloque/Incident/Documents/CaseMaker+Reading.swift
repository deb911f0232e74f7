import Records
import Response
import Vocabulary

extension CaseMaker {
    static func moment(_ name: String, _ text: String) throws -> Timestamp {
        guard let moment = Timestamp(instant: text) else { throw Failure.refused("\(name): not a moment") }
        return moment
    }

    static func word<Word: RawRepresentable<String>>(_ name: String, _ text: String) throws -> Word {
        guard let word = Word(rawValue: text) else { throw Failure.refused("\(name): not a word of the form's list") }
        return word
    }

    static func contact(_ contact: CaseFile.Contact) -> ContactFacts {
        ContactFacts(name: contact.name, role: contact.role, email: contact.email, phone: contact.phone)
    }

    static func vendor(_ vendor: CaseFile.Vendor) -> VendorFacts {
        VendorFacts(
            name: vendor.name, address: vendor.address ?? [], contact: vendor.contact.map(contact),
            officer: vendor.officer.map(contact))
    }

    static func practice(_ practice: CaseFile.Practice) -> PracticeFacts {
        PracticeFacts(
            name: practice.name, siren: practice.siren, siret: practice.siret, finess: practice.finess,
            address: practice.address ?? [], officer: practice.officer.map(contact),
            contact: practice.contact.map(contact), representative: practice.representative.map(contact))
    }

    /// What a practice claims of article 34(3). Throws what is no claim.
    static func claims(_ exemptions: [CaseFile.Exemption]) throws -> [ExemptionClaim] {
        try exemptions.flatMap { exemption in
            guard let article = Article34Exemption(rawValue: exemption.article) else {
                throw Failure.refused("exemptions: article: 34(3)(a), 34(3)(b) or 34(3)(c)")
            }
            let tiers = try exemption.tiers.map { try $0.map(tier) } ?? Tier.allCases
            do {
                let evidence = try (exemption.evidence ?? []).map { try EvidenceReference(id: $0.id, text: $0.text) }
                return tiers.map { ExemptionClaim(article, for: $0, evidence: evidence) }
            } catch { throw Failure.refused("exemptions: \(error)") }
        }
    }

    private static func tier(_ word: String) throws -> Tier {
        guard let tier = Tier(word: word) else { throw Failure.refused("exemptions: tiers: not a tier") }
        return tier
    }

    static func mitigation(_ mitigation: CaseFile.Mitigation) -> MitigationFacts {
        func references(_ names: [String: String]?) -> [MitigationFacts.Reference] {
            (names ?? [:]).sorted { $0.key < $1.key }.map { MitigationFacts.Reference(id: $0.key, name: $0.value) }
        }
        return MitigationFacts(
            text: mitigation.text, attack: references(mitigation.attack), defend: references(mitigation.defend))
    }
}
