import Vocabulary

/// Who is in a planted ledger: practices with members, sessions and patients, and the attackers among them.
struct PlantedWorld {
    struct Practice {
        let id: PracticeID
        var chain: EntryText.Chain
        /// Members with their present session.
        var members: [(id: [UInt8], session: [UInt8])] = []
        var client: [UInt8] = []
        /// The clients' partner, where it has one.
        var partner: [UInt8]?
        var patients: [SubjectID] = []
        /// The session that a thief holds beside the member's own; nil in most practices.
        var stolen: (member: Int, session: [UInt8])?
    }

    var practices: [Practice] = []
    /// The gateways; the last is the one that is taken over.
    let gateways: [[UInt8]]
    /// A partner whose clients' key is stolen.
    let partner: PartnerID
    /// A grant that support misuses.
    let grant = "g-support-1"

    init(practices count: Int, patients: Int, thieves: Int, numbers: inout SeededNumbers) {
        gateways = (0..<4).map { _ in PlantedWorld.text(GatewayID(numbers: &numbers)) }
        partner = PartnerID(numbers: &numbers)
        for place in 0..<count {
            let id = PracticeID(numbers: &numbers)
            var practice = Practice(id: id, chain: EntryText.Chain(practice: PlantedWorld.text(id)))
            for _ in 0..<4 { practice.members.append((PlantedWorld.id(&numbers), PlantedWorld.id(&numbers))) }
            practice.client = PlantedWorld.id(&numbers)
            if place % 3 == 0 { practice.partner = PlantedWorld.text(partner) }
            practice.patients = (0..<patients).map { _ in SubjectID(numbers: &numbers) }
            // Spread over the whole list, so that their ids are not neighbours.
            if place * thieves / count != (place + 1) * thieves / count {
                practice.stolen = (place % 4, PlantedWorld.id(&numbers))
            }
            practices.append(practice)
        }
    }

    /// The sessions that thieves hold.
    var stolenSessions: Set<SessionID> {
        Set(practices.compactMap { $0.stolen.flatMap { SessionID(String(decoding: $0.session, as: UTF8.self)) } })
    }

    static func id(_ numbers: inout SeededNumbers) -> [UInt8] { text(SessionID(numbers: &numbers)) }

    static func text<Kind>(_ id: ID<Kind>) -> [UInt8] { Array(id.description.utf8) }
}

extension ID {
    /// The next id of a seed's.
    init(numbers: inout SeededNumbers) { self.init(high: numbers.next(), low: numbers.next()) }
}
