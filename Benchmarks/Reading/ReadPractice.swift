import BrokerAPI
import ClientKeys
import Foundation
import JSONTree
import Records
import Vocabulary

/// A practice with many small patients, and 100 whole ones that are read.
struct ReadPractice: Sendable {
    private static let whole = 100
    private let house: GatewayHouse
    private let practice: PracticeID
    private let service: RecordService
    private let importer: RecordSession
    private var count = 0
    /// References of the patients that are read: identity, contact, medical and restricted parts.
    private(set) var patients: [String] = []
    /// References of their observations: medical and restricted parts.
    private(set) var observations: [String] = []
    /// A patient of 1,500 resources.
    private(set) var longPatient: LongPatient?
    /// Bearer tokens of eight physicians.
    private(set) var tokens: [String] = []
    /// Sessions of eight physicians that are bound to their clients' keys.
    private(set) var signers: [Signer] = []

    init(_ house: GatewayHouse) async throws {
        self.house = house
        practice = try await house.broker.practice(size: 20)
        let clock = SystemClock()
        let log = try AccessLog(directory: house.broker.directory + "/access-in-process", clock: clock)
        service = try RecordService(broker: house.client, store: house.store, clock: clock, accessLog: log)
        let client = try await house.broker.account(.partner, in: practice).signIn(house.client)
        importer = try await service.session(client.token)
        for _ in 0..<8 {
            tokens.append(try await signIn().token.text)
            let key = KeyPair()
            let grant = try await house.broker.account(.physician, in: practice)
                .signIn(house.client, audience: house.url + "/oauth/token", binding: key)
            signers.append(Signer(token: grant.token.text, key: key, url: house.url))
        }
    }

    /// The nonce that request proofs bear now.
    func nonce() async throws -> String {
        guard let nonce = try await house.client.challenge(Nothing()).proofNonces.first else {
            throw BenchmarkError.unexpected("no nonce")
        }
        return nonce
    }

    /// A physician's session without HTTP.
    func session() async throws -> RecordSession { try await service.session(try await signIn().token) }

    /// Reads a resource without HTTP.
    func read(_ reference: String, _ session: RecordSession) async throws -> Bool {
        let halves = reference.split(separator: "/").map(String.init)
        return try await session.read(halves[0], halves[1]).text != nil
    }

    /// What the gateway answers for a reference.
    func answer(_ reference: String) async throws -> [UInt8] {
        let halves = reference.split(separator: "/").map(String.init)
        return try await session().read(halves[0], halves[1]).text ?? []
    }

    private func signIn() async throws -> SessionGrant {
        try await house.broker.account(.physician, in: practice)
            .signIn(house.client, audience: house.url + "/oauth/token")
    }

    /// Adds patients until there are so many; the first 100 are whole.
    mutating func fill(to size: Int) async throws {
        while count < size {
            let range = count..<min(size, count < ReadPractice.whole ? ReadPractice.whole : count + 2_000)
            let isWhole = count < ReadPractice.whole
            let groups = try range.map { try ReadPractice.group($0, isWhole: isWhole) }
            for outcomes in try await importer.importGroups(groups) {
                let references = try outcomes.map { try ReadPractice.reference($0) }
                guard isWhole, references.count == 2 else { continue }
                patients.append(references[0])
                observations.append(references[1])
            }
            count = range.upperBound
        }
    }

    /// Adds the patient of 1,500 resources.
    mutating func addLongPatient() async throws {
        let outcomes = try await importer.importGroups([try LongPatient.entries()]).flatMap(\.self)
        let references = try outcomes.map { try ReadPractice.reference($0) }
        guard let first = references.first, let patient = PatientID(String(first.dropFirst("Patient/".count))) else {
            throw BenchmarkError.unexpected("import: no patient")
        }
        longPatient = LongPatient(patient: patient)
    }

    private static func reference(_ outcome: ImportOutcome) throws -> String {
        switch outcome {
        case .stored(let reference, _): return reference
        case .unchanged: throw BenchmarkError.unexpected("import: unchanged")
        case .refused(let issue): throw BenchmarkError.unexpected("import: \(issue)")
        }
    }

    private static func group(_ index: Int, isWhole: Bool) throws -> [ImportEntry] {
        let patient = ImportEntry(
            fullURL: "urn:uuid:p", resource: isWhole ? try wholePatient(index) : try smallPatient(index))
        guard isWhole else { return [patient] }
        return [patient, ImportEntry(fullURL: "urn:uuid:o", resource: try observation(index))]
    }

    private static func smallPatient(_ index: Int) throws -> JSONValue {
        try JSONValue(
            parsing: #"{"resourceType":"Patient","name":[{"family":"Exemple","given":["Numéro \#(index)"]}]}"#.utf8)
    }

    private static func wholePatient(_ index: Int) throws -> JSONValue {
        try JSONValue(
            parsing: """
                {"resourceType":"Patient","active":true,"name":[{"use":"official","family":"Exemple","given":["Anne \(index)"]}],
                "gender":"female","birthDate":"1961-02-03","telecom":[{"system":"phone","value":"06 39 98 00 00"}],
                "address":[{"line":["4 rue des Lilas"],"postalCode":"29200","city":"Brest"}],
                "extension":[{"url":"http://example.org/weight","valueQuantity":{"value":71.5,"unit":"kg"}}],
                "text":{"status":"generated","div":"<div xmlns=\\"http://www.w3.org/1999/xhtml\\">Fatigue, repos</div>"}}
                """.utf8)
    }

    private static func observation(_ index: Int) throws -> JSONValue {
        try JSONValue(
            parsing: """
                {"resourceType":"Observation","status":"final","subject":{"reference":"urn:uuid:p"},
                "code":{"coding":[{"system":"http://loinc.org","code":"2339-0","display":"Glucose"}]},
                "effectiveDateTime":"2024-05-06","valueQuantity":{"value":\(index).5,"unit":"g/L"},
                "note":[{"text":"à jeun"}]}
                """.utf8)
    }
}
