import FHIR
import Records
import Vocabulary

/// Entries of mode `outcome` (R4, Bundle.entry.search.mode): what a search set leaves out, without a number or an id.
enum Outcomes {
    /// More than ten match: nobody is shown and no key was released.
    static let keepTyping = entry(
        .information, "too-costly", "keep-typing", "Too many patients match: keep typing.")

    /// That a page leaves something out, and whether waiting helps; nil when it is whole.
    static func withheld(_ page: RecordPage) -> Bundle.Match? { withheld(page.omitted > 0, page.withheld) }

    /// The same of a search within a patient.
    static func withheld(_ result: ClinicalResult) -> Bundle.Match? { withheld(result.omits, result.withheld) }

    /// That somebody is not shown, for the role may not see what they consist of.
    static let withheld = entry(.information, "suppressed", "withheld", "Something is not shown to this role.")

    private static func withheld(_ omits: Bool, _ withheld: [Tier: RefusalReason]) -> Bundle.Match? {
        guard omits || !withheld.isEmpty else { return nil }
        guard
            let reason = withheld.values.first(where: { HTTPRefusal($0, retryAfter: 0).status == .tooManyRequests }
            )
        else { return self.withheld }
        return refused([HTTPRefusal(reason, retryAfter: 0)]).first
    }

    /// Parameters that a lenient search passed over.
    static func ignored(_ issues: [ClinicalIssue]) -> Bundle.Match {
        let outcome = OperationOutcome(
            issues.map {
                OperationOutcome.Issue(
                    .warning, "not-supported", detail: .init($0.code.rawValue), diagnostics: $0.description)
            })
        return Bundle.Match(fullUrl: "urn:uuid:\(ID<Never>.random())", resource: outcome.json, mode: "outcome")
    }

    /// The same of a search for patients; none when nothing was passed over.
    static func ignored(_ refusals: [SearchQuery.Refusal]) -> [Bundle.Match] {
        guard !refusals.isEmpty else { return [] }
        let outcome = OperationOutcome(
            refusals.map { .init(.warning, "not-supported", detail: .init("unknown"), diagnostics: $0.description) })
        return [Bundle.Match(fullUrl: "urn:uuid:\(ID<Never>.random())", resource: outcome.json, mode: "outcome")]
    }

    /// Why patients that match are not shown, each reason once.
    static func refused(_ refusals: [HTTPRefusal]) -> [Bundle.Match] {
        var seen: Set<String> = []
        return refusals.compactMap { refusal in
            guard seen.insert(refusal.reason).inserted, let issue = refusal.issues.first else { return nil }
            return entry(.warning, issue.code, refusal.reason, issue.diagnostics)
        }
    }

    private static func entry(
        _ severity: OperationOutcome.Severity, _ code: String, _ detail: String, _ sentence: String?
    ) -> Bundle.Match {
        let issue = OperationOutcome.Issue(severity, code, detail: .init(detail), diagnostics: sentence)
        return Bundle.Match(
            fullUrl: "urn:uuid:\(ID<Never>.random())", resource: OperationOutcome([issue]).json, mode: "outcome")
    }
}
