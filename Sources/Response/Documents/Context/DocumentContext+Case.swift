import Vocabulary

extension DocumentContext {
    /// Everything that templates can say of a case.
    init(_ facts: CaseFacts) {
        let wording = Wording(facts.language)
        let pairs: [(String, DocumentValue)] = [
            ("date", .text(wording.day(facts.date))),
            ("vendor", .group(DocumentContext(facts.vendor))),
            ("practice", .group(DocumentContext(facts.practice))),
            ("incident", .group(DocumentContext(facts.incident, wording))),
            ("notification", .group(DocumentContext(facts.notification, isLate: facts.isLate, wording))),
            ("figures", .group(DocumentContext(figuresOf: facts, wording))),
            ("consequences", DocumentValue(lines: facts.consequences)),
            ("measuresTaken", DocumentValue(lines: facts.measuresTaken)),
            ("measuresProposed", DocumentValue(lines: facts.measuresProposed)),
            ("dataCategories", DocumentValue(lines: facts.data.map { $0.text(in: facts.language) })),
            ("personCategories", DocumentValue(lines: facts.people.map { $0.text(in: facts.language) })),
            ("impacts", DocumentValue(lines: facts.impacts.map { $0.text(in: facts.language) })),
            ("detection", DocumentValue(lines: facts.detection)),
            ("response", DocumentValue(lines: facts.response)),
        ]
        self = DocumentContext(pairs).adding(DocumentContext.evidence(of: facts, wording))
            .adding(DocumentContext.judgement(of: facts, wording))
    }

    private init(_ vendor: VendorFacts) {
        self.init([
            ("name", .text(vendor.name)), ("address", DocumentValue(lines: vendor.address)),
            ("contact", DocumentValue(vendor.contact)), ("officer", DocumentValue(vendor.officer)),
        ])
    }

    private init(_ practice: PracticeFacts) {
        self.init([
            ("name", .text(practice.name)), ("siren", DocumentValue(practice.siren)),
            ("siret", DocumentValue(practice.siret)), ("finess", DocumentValue(practice.finess)),
            ("address", DocumentValue(lines: practice.address)), ("officer", DocumentValue(practice.officer)),
            ("contact", DocumentValue(practice.contact)), ("representative", DocumentValue(practice.representative)),
        ])
    }

    private init(_ incident: IncidentFacts, _ wording: Wording) {
        let time = { (time: Timestamp?) in DocumentValue.text(time.map(wording.time) ?? wording.unknownTime) }
        self.init([
            ("id", .text(incident.id)), ("title", .text(incident.title)),
            ("description", DocumentValue(lines: incident.description)),
            ("natures", DocumentValue(lines: incident.natures.map { $0.text(in: wording.language) })),
            (
                "origin",
                .text(incident.origin?.text(in: wording.language) ?? BreachCause.unknown.text(in: wording.language))
            ),
            ("cause", .text(incident.cause.text(in: wording.language))),
            ("began", time(incident.began)), ("ended", time(incident.ended)),
            ("discovered", time(incident.discovered)),
            ("contained", .text(incident.contained.map(wording.time) ?? wording.notContained)),
            ("isContained", .flag(incident.contained != nil)),
        ])
    }

    private init(_ notification: NotificationFacts, isLate: Bool, _ wording: Wording) {
        self.init([
            ("awareness", .text(wording.time(notification.awareness))),
            ("deadline", .text(wording.time(notification.deadline))),
            ("isInitial", .flag(notification.phase == .initial)), ("isLate", .flag(isLate)),
            ("lateReasons", DocumentValue(notification.lateReasons)),
            ("initialReference", DocumentValue(notification.initialReference)),
        ])
    }
}

extension DocumentValue {
    fileprivate init(_ contact: ContactFacts?) {
        guard let contact else {
            self = .none
            return
        }
        self = .group(
            DocumentContext([
                ("name", .text(contact.name)), ("role", DocumentValue(contact.role)),
                ("email", DocumentValue(contact.email)), ("phone", DocumentValue(contact.phone)),
            ]))
    }
}
