extension DocumentContext {
    /// Where the figures come from, what contradicts itself, and what the technical report lists.
    static func evidence(of facts: CaseFacts, _ wording: Wording) -> [(String, DocumentValue)] {
        [
            ("promise", .text(wording.promise)),
            ("isVerified", .flag(facts.isVerified)),
            ("prefixOnly", facts.isVerified ? .none : .text(wording.prefixOnly(facts.verifiedEntries))),
            ("certificate", facts.certificate.map { .group(DocumentContext($0, wording)) } ?? .none),
            ("contradictions", .list(facts.contradictions.map(DocumentContext.init))),
            ("timeline", .list(facts.timeline.map { DocumentContext($0, wording) })),
            ("entities", .list(facts.entities.map(DocumentContext.init))),
            ("observables", .list(facts.observables.map(DocumentContext.init))),
            ("mitigations", .list(facts.mitigations.map(DocumentContext.init))),
        ]
    }

    private init(_ certificate: CertificateFacts, _ wording: Wording) {
        self.init([
            ("file", .text(certificate.file)), ("sha256", .text(certificate.sha256)),
            ("origin", .text(certificate.origin)), ("first", .text(wording.number(certificate.first))),
            ("last", .text(wording.number(certificate.last))),
        ])
    }

    private init(_ contradiction: ContradictionFacts) {
        let sayings = contradiction.sayings.map {
            DocumentContext([("source", .text($0.source)), ("text", .text($0.text))])
        }
        self.init([("subject", .text(contradiction.subject)), ("sayings", .list(sayings))])
    }

    private init(_ line: TimelineFacts, _ wording: Wording) {
        self.init([
            ("time", .text(wording.shortTime(line.time))), ("text", .text(line.text)),
            ("source", .text(line.source)), ("grade", .text(line.grade)),
        ])
    }

    private init(_ entity: EntityFacts) {
        self.init([("kind", .text(entity.kind)), ("name", .text(entity.name)), ("role", .text(entity.role))])
    }

    private init(_ observable: ObservableFacts) {
        self.init([
            ("kind", .text(observable.kind)), ("value", .text(observable.value)), ("note", .text(observable.note)),
        ])
    }

    private init(_ mitigation: MitigationFacts) {
        let references = { (references: [MitigationFacts.Reference]) in
            DocumentValue.list(references.map { DocumentContext([("id", .text($0.id)), ("name", .text($0.name))]) })
        }
        self.init([
            ("text", .text(mitigation.text)), ("attack", references(mitigation.attack)),
            ("defend", references(mitigation.defend)),
        ])
    }
}
