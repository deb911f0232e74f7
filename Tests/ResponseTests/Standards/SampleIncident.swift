import Vocabulary

@testable import Response

/// Incidents for tests, the same at every run.
enum SampleIncident {
    static let id = ID<IncidentSummary>(high: 0x0192_F00D_5EED_4ABC, low: 0x9ABC_DEF0_1234_5678)
    static let began = Timestamp(seconds: 1_763_100_000)

    static let times = IncidentSummary.Times(
        written: began.adding(days: 12), began: began, ended: began.adding(days: 8),
        discovered: began.adding(days: 9), contained: began.adding(days: 9).adding(seconds: 5_400),
        reported: began.adding(days: 11))

    static func practice(_ number: Int) -> PracticeID {
        PracticeID(high: 0xAAAA_0000_0000_4000 | UInt64(number) << 16, low: 0x8000_0000_0000_0000 | UInt64(number))
    }

    /// 1,500 practices of 9,000 to 11,000 patients: `identity` exact, `contact` between bounds in some, `medical` and
    /// `restricted` unknown everywhere.
    static var country: [PracticeScope] {
        (0..<1_500).map { number in
            let patients = Int64(9_000 + number * 7_919 % 2_001)
            let contact =
                number.isMultiple(of: 5)
                ? Bounds(lower: patients - 200, upper: patients, reasons: [.contradiction]) : Bounds(patients)
            return SampleScope.scope(
                [
                    .identity: Bounds(patients), .contact: contact, .medical: .unknown(.foreignEvidence),
                    .restricted: .unknown(.foreignEvidence),
                ], people: Bounds(patients), of: practice(number))
        }
    }

    static var observables: [IncidentSummary.Observable] {
        let sessions = (0..<1_500).map { number in
            IncidentSummary.Observable.session(SessionID(high: 0x5E55_0000_0000_4000, low: 1 << 63 | UInt64(number)))
        }
        let clients = (0..<3).map { number in
            IncidentSummary.Observable.client(ClientID(high: 0xC11E_0000_0000_4000, low: 1 << 63 | UInt64(number)))
        }
        let gateway = IncidentSummary.Observable.gateway(GatewayID(high: 0x6A7E_0000_0000_4000, low: 1 << 63))
        let hash = IncidentSummary.Observable.addressHash((0..<32).map { UInt8($0) })
        return sessions + clients + [gateway] + [hash].compactMap { $0 }
    }

    static func techniques() throws -> [IncidentSummary.Technique] {
        [
            try IncidentSummary.Technique(id: "T1539", name: "Steal Web Session Cookie"),
            try IncidentSummary.Technique(id: "T1078.004", name: "Valid Accounts: Cloud Accounts"),
            try IncidentSummary.Technique(id: "T1213", name: "Data from Information Repositories"),
        ]
    }

    static func summary(
        title: String = "Professionals' sessions used to read administrative data of many practices",
        text: String = "Sessions of professionals were taken over and used to open records one by one for eight days.",
        practices: [PracticeScope], times: IncidentSummary.Times = times,
        cause: IncidentSummary.Cause = IncidentSummary.Cause(
            actor: .external, action: .stolenCredentials, isMalicious: true),
        discovery: IncidentSummary.Discovery = .alarm,
        standing: IncidentSummary.Standing = IncidentSummary.Standing(
            isConfirmed: true, confidence: .medium, progress: .open),
        severity: WorstSeverity = WorstSeverity(), observables: [IncidentSummary.Observable] = []
    ) throws -> IncidentSummary {
        try IncidentSummary(
            id: id, title: title, summary: text, times: times, cause: cause, discovery: discovery, standing: standing,
            victim: try IncidentSummary.Victim(name: "A vendor of practice software"), severity: severity,
            techniques: try techniques(), observables: observables, practices: practices)
    }

    /// The realistic case.
    static func breach() throws -> IncidentSummary {
        let assessment = SeverityAssessment(circumstances: Circumstances(malicious: Factor(true, .malicious)))
        let practices = country
        let worst = WorstSeverity(practices.map { assessment.severity(of: $0) })
        return try summary(practices: practices, severity: worst, observables: observables)
    }
}
