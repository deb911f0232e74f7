import Foundation
import Records
import Response
import Vocabulary

/// Joins what people know (``CaseFile``) and what the ledger proves (a scope) into the facts of each practice's documents.
struct CaseMaker {
    let file: CaseFile
    let language: DocumentLanguage
    private let aware: Timestamp
    private let incident: IncidentFacts
    private let natures: [BreachNature]
    private let foreign: ForeignEvidence?

    /// Reads the file's words and moments. Throws the first that is none.
    init(_ file: CaseFile, foreign: ForeignEvidence? = nil) throws {
        self.foreign = foreign
        guard let language = DocumentLanguage(rawValue: file.language) else {
            throw Failure.refused("language: fr or en")
        }
        (self.file, self.language) = (file, language)
        aware = try CaseMaker.moment("aware", file.aware)
        natures = try (file.incident.natures ?? ["confidentiality"]).map { try CaseMaker.word("natures", $0) }
        var facts = IncidentFacts(
            id: file.incident.id, title: file.incident.title, description: file.incident.description, natures: natures,
            origin: try file.incident.origin.map { try CaseMaker.word("origin", $0) },
            cause: try file.incident.cause.map { try CaseMaker.word("cause", $0) } ?? .unknown)
        facts.began = try file.incident.began.map { try CaseMaker.moment("began", $0) }
        facts.ended = try file.incident.ended.map { try CaseMaker.moment("ended", $0) }
        facts.discovered = try file.incident.discovered.map { try CaseMaker.moment("discovered", $0) }
        facts.contained = try file.incident.contained.map { try CaseMaker.moment("contained", $0) }
        incident = facts
    }

    /// The facts of each practice of a scope of whom anything was released, or of which nobody can say.
    func cases(_ result: ScopeResult, certificates: [PracticeID: CertificateFacts], now: Timestamp) throws
        -> [CaseFacts]
    {
        let unverified = result.isWhole ? nil : Int64(clamping: result.size)
        return try result.practices.map {
            try facts($0, certificates[$0.practice], verifiedOnly: unverified, now: now)
        }
    }

    /// The facts of one practice. `verifiedOnly` is how many entries of the ledger verified when not all did.
    func facts(
        _ scope: PracticeScope, _ certificate: CertificateFacts?, verifiedOnly: Int64?, now: Timestamp
    ) throws -> CaseFacts {
        guard let known = file.practices[scope.practice.description] else {
            throw Failure.refused("practices: \(scope.practice) is in the scope and not in the case")
        }
        let notification = NotificationFacts(
            awareness: try known.aware.map { try CaseMaker.moment("aware", $0) } ?? aware,
            phase: try file.phase.map { try CaseMaker.word("phase", $0) } ?? .initial, lateReasons: file.late)
        var facts = CaseFacts(
            language: language, date: now, vendor: CaseMaker.vendor(file.vendor), practice: CaseMaker.practice(known),
            incident: incident, notification: notification, scope: scope)
        facts.certificate = certificate
        (facts.isVerified, facts.verifiedEntries) = (verifiedOnly == nil, verifiedOnly)
        facts.impacts = try (file.impacts ?? []).map { try CaseMaker.word("impacts", $0) }
        (facts.consequences, facts.measuresTaken) = (file.consequences ?? [], file.taken ?? [])
        facts.measuresProposed = file.proposed ?? []
        (facts.detection, facts.response) = (file.detection ?? [], file.response ?? [])
        facts.mitigations = (file.mitigations ?? []).map(CaseMaker.mitigation)
        facts.timeline = timeline(scope)
        facts.entities = entities(scope)
        foreign?.add(to: &facts)
        try judge(&facts, CaseMaker.claims(known.exemptions ?? file.exemptions ?? []))
        return facts
    }

    /// What the ledger and the case say of moments, in order.
    private func timeline(_ scope: PracticeScope) -> [TimelineFacts] {
        let ledger = language.either("registre", "ledger")
        let proven = language.either("prouvé par le registre", "proven by the ledger")
        let stated = language.either("déclaré", "stated")
        var lines: [TimelineFacts] = []
        func add(_ time: Timestamp?, _ french: String, _ english: String, isProven: Bool) {
            guard let time else { return }
            lines.append(
                TimelineFacts(
                    time: time, text: language.either(french, english),
                    source: isProven ? ledger : file.vendor.name, grade: isProven ? proven : stated))
        }
        add(scope.tiers.compactMap(\.first).min(), "Première remise de clé", "First release of a key", isProven: true)
        add(scope.tiers.compactMap(\.last).max(), "Dernière remise de clé", "Last release of a key", isProven: true)
        add(incident.discovered, "Découverte", "Discovery", isProven: false)
        add(incident.contained, "Confinement", "Containment", isProven: false)
        return lines.sorted { $0.time < $1.time }
    }

    private func entities(_ scope: PracticeScope) -> [EntityFacts] {
        scope.holders.prefix(50).map { holder in
            let kind =
                if case .member = holder.holder { language.either("compte", "account") } else {
                    language.either("programme", "program")
                }
            let role = language.either("\(holder.releases) remises de clés", "\(holder.releases) releases of keys")
            return EntityFacts(kind: kind, name: holder.holder.idText, role: role)
        }
    }
}
