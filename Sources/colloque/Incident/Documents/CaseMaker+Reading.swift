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

    static func mitigation(_ mitigation: CaseFile.Mitigation) -> MitigationFacts {
        func references(_ names: [String: String]?) -> [MitigationFacts.Reference] {
            (names ?? [:]).sorted { $0.key < $1.key }.map { MitigationFacts.Reference(id: $0.key, name: $0.value) }
        }
        return MitigationFacts(
            text: mitigation.text, attack: references(mitigation.attack), defend: references(mitigation.defend))
    }
}
