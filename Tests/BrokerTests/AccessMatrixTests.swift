import BrokerAPI
import Crypto
import Foundation
import Testing
import Vocabulary

@testable import Broker

@Suite("Who may do what, cell by cell")
struct AccessMatrixTests {
    /// A practice where every cell of one role can be asked for.
    struct House {
        let test: TestInstallation
        let practice: PracticeID
        let physician: Account
        let importer: SessionToken
        let patients: [PatientID]
        let account: Account
        /// Nil for who gets no session.
        let token: SessionToken?

        static let term = SearchTerm(.family, "durand")
    }

    /// How somebody is hindered, so that nothing of the table is left.
    enum Hindrance: CaseIterable { case frozen, ended, practiceFrozen, elsewhere }

    @Test func thePageIsTheData() throws {
        let file = URL(filePath: #filePath).appending(path: "../../../docs/access.md").standardized
        let page = try String(contentsOf: file, encoding: .utf8)
        let rows = page.split(separator: "\n").filter { $0.hasPrefix("|") }.joined(separator: "\n")
        #expect(rows == Access.table)
        for role in Role.allCases {
            for operation in Access.Operation.allCases where !Access.tiers(role, operation).isEmpty {
                #expect(Access.may(role, operation), "\(role) \(operation)")
            }
        }
    }

    @Test(arguments: Role.allCases) func everyCellIsAsTheTableSays(_ role: Role) async throws {
        let house = try await House(role)
        for operation in Access.Operation.allCases {
            for tier in Tier.allCases {
                let isAllowed = try await house.may(operation, tier)
                #expect(isAllowed == Self.expected(role, operation, tier), "\(role) \(operation) \(tier)")
            }
        }
    }

    @Test(arguments: Role.allCases, Hindrance.allCases)
    func nothingIsLeftOfWhoIsFrozenEndedOrElsewhere(_ role: Role, _ hindrance: Hindrance) async throws {
        let house = try await House(role).hindered(hindrance)
        for operation in Access.Operation.allCases {
            for tier in Tier.allCases {
                // What is the practice's own is asked for without naming the practice: of the other one it cannot be.
                guard hindrance != .elsewhere || operation != .own else { continue }
                #expect(!(try await house.may(operation, tier)), "\(role) \(hindrance) \(operation) \(tier)")
            }
        }
    }

    @Test(arguments: [Role.partner, .booking, .laboratory])
    func aDepositOnlyClientDepositsAndNothingElse(_ role: Role) async throws {
        let house = try await House(role, depositOnly: true)
        for operation in Access.Operation.allCases {
            for tier in Tier.allCases {
                let isDeposit = [.deposit, .book].contains(operation) && Self.expected(role, operation, tier)
                #expect(try await house.may(operation, tier) == isDeposit, "\(role) \(operation) \(tier)")
            }
        }
    }

    @Test(arguments: [Role.nurse, .pharmacist]) func whereNoPhysicianIsAnotherStandsIn(_ role: Role) async throws {
        let house = try await House(role)
        #expect(!(try await house.may(.administer, .identity)))
        guard case .member(let physician) = house.physician.holder else { return }
        try await house.end(physician)
        #expect(try await house.may(.administer, .identity))
    }

    /// What the table says; of what has no tiers it speaks once, under each.
    static func expected(_ role: Role, _ operation: Access.Operation, _ tier: Tier) -> Bool {
        switch operation {
        case .open, .find, .own, .deposit, .emergency: Access.tiers(role, operation).contains(tier)
        case .history, .book, .administer: Access.may(role, operation)
        }
    }
}

extension AccessMatrixTests.House {
    init(_ role: Role, depositOnly: Bool = false) async throws {
        test = try TestInstallation()
        practice = try await test.practice(size: 3)
        physician = try await test.member(practice)
        importer = try await test.signIn(try await test.client(practice))
        patients = try await test.patients(40, importer, clinical: TestInstallation.start)
        account =
            role.isMembership
            ? try await test.member(practice, role)
            : try await test.client(practice, role, depositOnly: depositOnly)
        if case .member(let member) = account.holder, role == .support {
            let grant = AdminRequest.grant(practice: practice, member: member, tiers: .all, hours: 8)
            guard try await test.asked(grant, by: physician).isDone else { throw BrokerFailure(.invalid, "grant") }
        }
        token = try await test.signIn(account)
    }

    /// Another practice, where the account is nobody.
    private init(beside house: Self) async throws {
        (test, account, token) = (house.test, house.account, house.token)
        practice = try await test.practice(size: 3)
        physician = try await test.member(practice)
        importer = try await test.signIn(try await test.client(practice))
        patients = try await test.patients(40, importer, clinical: TestInstallation.start)
    }

    /// The same, hindered.
    func hindered(_ hindrance: AccessMatrixTests.Hindrance) async throws -> Self {
        let scope: FreezeScope = if case .member = account.holder { .member } else { .client }
        switch hindrance {
        case .frozen:
            let freeze = AdminRequest.freeze(scope: scope, practice: practice, holder: account.holder, reason: "theft")
            guard await (try test.broker).admin(freeze).isDone else { throw BrokerFailure(.invalid, "freeze") }
        case .practiceFrozen:
            let freeze = AdminRequest.freeze(scope: .practice, practice: practice, holder: nil, reason: "theft")
            guard await (try test.broker).admin(freeze).isDone else { throw BrokerFailure(.invalid, "freeze") }
        case .ended:
            if case .member(let member) = account.holder {
                try await end(member)
            } else {
                test.advance(seconds: 86_400 * 30)
            }
        case .elsewhere:
            return try await Self(beside: self)
        }
        return self
    }

    /// Enters that a membership has ended.
    func end(_ member: MemberID) async throws {
        try await test.broker.enter { entering in
            guard let held = entering.state.practices[practice]?.members[member], let person = held.person else {
                throw BrokerFailure(.notFound, "member")
            }
            let body = MemberEntry(
                member: member, person: person, role: held.role, start: held.start.milliseconds,
                end: entering.now.milliseconds, shares: nil)
            try entering.enter(.member(body), in: practice)
        }
    }

    /// Whether the broker lets the account do it; every cell has a patient of its own.
    func may(_ operation: Access.Operation, _ tier: Tier) async throws -> Bool {
        guard let token else { return false }
        let cell = Access.Operation.allCases.firstIndex(of: operation).map { $0 * Tier.allCases.count } ?? 0
        let patient = patients[cell + (Tier.allCases.firstIndex(of: tier) ?? 0)]
        do {
            return switch operation {
            case .open: try await test.opened([patient], token, tier) == 1
            case .find: tier == .identity ? try await finds(patient, token) : false
            case .own:
                try await test.broker.ownKeys(OwnKeysRequest(token: token, tiers: Tiers(tier))).answers
                    .contains(where: \.isReleased)
            case .deposit: try await deposits(patient, tier, token)
            case .emergency: try await opensInEmergency(patient, tier, token)
            case .history: try await seesHistory(patient, token)
            case .book: try await books(patient, token)
            case .administer: try await administers(tier)
            }
        } catch let failure as BrokerFailure {
            guard [.forbidden, .session, .signIn, .frozen, .notFound].contains(failure.code) else { throw failure }
            return false
        }
    }

    private func part(_ patient: PatientID, _ tier: Tier) -> NewPart {
        NewPart(patient: patient, type: "Patient", id: "\(patient)", version: 2, tier: tier)
    }

    private func finds(_ patient: PatientID, _ token: SessionToken) async throws -> Bool {
        let row = NewRow(patient: patient, ordinal: 0, term: Self.term)
        let grant = try await test.broker.deposit(
            DepositRequest(token: importer, parts: [part(patient, .identity)], rows: [row]))
        guard let mac = grant.rows.first??.mac else { return false }
        let request = MatchesRequest(
            token: token, terms: [Self.term], candidates: [Candidate(patient: patient, ordinal: 0, macs: [mac])],
            purpose: .search)
        return try await test.broker.matches(request).answers.contains(where: \.isReleased)
    }

    private func deposits(_ patient: PatientID, _ tier: Tier, _ token: SessionToken) async throws -> Bool {
        _ = try await test.broker.deposit(DepositRequest(token: token, parts: [part(patient, tier)]))
        return true
    }

    /// Opens what no limit leaves room for.
    private func opensInEmergency(_ patient: PatientID, _ tier: Tier, _ token: SessionToken) async throws -> Bool {
        let limits = Limits.standard.text.split(separator: ";").map { field in
            field.split(separator: ",").count == 16 ? field.prefix { $0 != "=" } + "=" + Self.nothing : "\(field)"
        }
        guard await (try test.broker).admin(.setLimits(limits.joined(separator: ";"))).isDone else {
            throw BrokerFailure(.invalid, "limits")
        }
        let limited = try await test.opened([patient], token, tier)
        let request = EmergencyRequest(
            token: token, assertion: try test.assertion(account), patient: patient, reason: "coma")
        let isDeclared = (try? await test.broker.emergency(request)) != nil
        let count = try await test.opened([patient], token, tier, purpose: .emergency)
        guard limited == 0, await (try test.broker).admin(.setLimits(Limits.standard.text)).isDone else {
            throw BrokerFailure(.invalid, "limits")
        }
        return isDeclared && count == 1
    }

    private static let nothing = Array(repeating: "0", count: 16).joined(separator: ",")

    private func seesHistory(_ patient: PatientID, _ token: SessionToken) async throws -> Bool {
        let request = HistoryRequest(
            token: token, patient: patient, from: Timestamp(milliseconds: 0), through: try test.now, limit: 9)
        if case .page = try await test.broker.history(request) { return true }
        return false
    }

    private func books(_ patient: PatientID, _ token: SessionToken) async throws -> Bool {
        guard case .member(let professional) = physician.holder else { return false }
        let booking = NewBooking(patient: patient, professional: professional, day: try test.now.day)
        let size = try test.size
        _ = try await test.broker.deposit(
            DepositRequest(token: token, parts: [part(patient, .identity)], bookings: [booking]))
        return try test.kinds(after: size).contains("booking")
    }

    /// Asks for another act in each column: the end of a grant, a thaw, a reset, notices.
    private func administers(_ tier: Tier) async throws -> Bool {
        guard case .member(let member) = physician.holder else { return false }
        let support = try await test.member(practice, .support)
        guard case .member(let helper) = support.holder else { return false }
        let act: AdminRequest =
            switch tier {
            case .identity, .contact: .grant(practice: practice, member: helper, tiers: Tiers(tier), hours: 1)
            case .medical, .restricted:
                .thaw(scope: .member, practice: practice, holder: .member(member), reason: "found-again")
            }
        return try await test.asked(act, by: account).isDone
    }
}
