extension DocumentContext {
    /// Severity and the decision about patients.
    static func judgement(of facts: CaseFacts, _ wording: Wording) -> [(String, DocumentValue)] {
        [
            ("severity", facts.severity.map { .group(DocumentContext($0, wording)) } ?? .none),
            ("communication", facts.communication.map { .group(DocumentContext($0, wording)) } ?? .none),
        ]
    }

    private init(_ severity: SeverityFacts, _ wording: Wording) {
        let tiers = severity.tiers.map { tier in
            DocumentContext([
                ("word", .text(wording.tier(tier.tier))), ("score", .text(tier.score)),
                ("rating", .text(tier.word)), ("reasons", DocumentValue(lines: tier.reasons)),
            ])
        }
        self.init([
            ("score", .text(severity.score)), ("word", .text(severity.word)),
            ("gravity", .text(severity.gravity.text(in: wording.language))), ("tiers", .list(tiers)),
        ])
    }

    private init(_ communication: CommunicationFacts, _ wording: Wording) {
        let exemptions = communication.exemptions.map {
            DocumentContext([("ground", .text(wording.exemption($0.ground))), ("evidence", .text($0.evidence))])
        }
        self.init([
            ("state", .text(communication.state.text(in: wording.language))),
            ("isYes", .flag(communication.state == .yes)), ("isLater", .flag(communication.state == .later)),
            ("isNo", .flag(communication.state == .no)),
            ("reasons", DocumentValue(lines: communication.reasons)), ("exemptions", .list(exemptions)),
        ])
    }
}
