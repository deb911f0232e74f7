import BrokerAPI
import Vocabulary

/// An operator who wants acts of two people done alone, with a colleague's key file and whatever the colleague signed before.
struct Insider {
    let office: Office
    /// What is wanted.
    let wishes: [AdminRequest]
    /// By the way that was tried, how often it was and how often anything was carried out.
    private(set) var tries: [String: (tried: Int, done: Int)] = [:]
    /// Codes by which somebody could enrol.
    private(set) var codes: [String] = []
    /// The acts that wait.
    private(set) var waiting: [(id: ActID, wish: AdminRequest)] = []
    private var me: DrillOperator { office.first }
    private var colleague: DrillOperator { office.second }

    init(_ office: Office, _ wishes: [AdminRequest]) { (self.office, self.wishes) = (office, wishes) }

    /// How many tries there were, and of how many anything came.
    var count: (tried: Int, done: Int) { tries.values.reduce((0, 0)) { ($0.0 + $1.tried, $0.1 + $1.done) } }

    /// The ways with their figures.
    var text: String {
        tries.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value.done) of \($0.value.tried)" }
            .joined(separator: ", ")
    }

    /// Tries every wish without, and as, everybody whom the insider can be.
    mutating func alone(helped physician: DrillAccount) async throws {
        for wish in wishes {
            let text = try wish.text
            note("unasked", try await office.say(wish))
            let request = try await office.evidence(.request, text, by: me)
            let reply = try await office.say(.ask(content: text, evidence: request))
            guard case .asked(let id) = reply else {
                note("asked alone", reply)
                continue
            }
            waiting.append((id, wish))
            note("own request shown again", try await office.say(.approve(act: id, evidence: request)))
            for name in ["own approval", "own approval again"] {
                let own = try await office.evidence(.approval(id), text, by: me)
                note(name, try await office.say(.approve(act: id, evidence: own)))
            }
            let posing = DrillOperator(person: colleague.person, key: me.key, codes: me.codes)
            let posed = try await office.evidence(.approval(id), text, by: posing)
            note("in a colleague's name", try await office.say(.approve(act: id, evidence: posed)))
            let doctor = try await office.evidence(.approval(id), text, by: physician)
            note("a physician's approval", try await office.say(.approve(act: id, evidence: doctor)))
        }
    }

    /// Tries every wish with the colleague's key file, and with codes and an approval that the colleague gave for something else.
    mutating func borrowing() async throws {
        for (place, (id, wish)) in waiting.enumerated() {
            let text = try wish.text
            let harmless = AdminRequest.addPractice(name: "Cabinet \(place)", size: 1)
            let (own, other) = (try harmless.text, try await office.ask(harmless))
            let approval = try await office.evidence(.approval(other), own, by: colleague)
            try await swap(id, text, harmless: own, approval)
            guard case .added = try await office.arena.admin.admin(.approve(act: other, evidence: approval)),
                case .operation(_, let code) = approval
            else { throw DrillError("the colleague's own approval") }
            let used = try await office.evidence(.approval(id), text, by: colleague, code: code)
            note("a colleague's used code", try await office.arena.admin.admin(.approve(act: id, evidence: used)))
            note("a used approval", try await office.arena.admin.admin(.approve(act: id, evidence: approval)))
            try await office.arena.advance(seconds: 300)
            let late = try await office.evidence(.approval(id), text, by: colleague, code: code)
            note("a colleague's expired code", try await office.say(.approve(act: id, evidence: late)))
        }
    }

    /// Uses what the colleague signed for a harmless act, before the colleague does.
    private mutating func swap(_ id: ActID, _ text: String, harmless: String, _ approval: ActEvidence) async throws {
        let admin = office.arena.admin
        note("an approval of another act", try await admin.admin(.approve(act: id, evidence: approval)))
        note("an approval as a request", try await admin.admin(.ask(content: text, evidence: approval)))
        let signed = try await office.evidence(.request, harmless, by: me)
        note("content swapped for what was signed", try await admin.admin(.ask(content: text, evidence: signed)))
        let blind = try await office.evidence(.approval(id), harmless, by: colleague)
        note("another content's approval", try await admin.admin(.approve(act: id, evidence: blind)))
    }

    private mutating func note(_ name: String, _ reply: AdminReply) {
        let so = tries[name] ?? (0, 0)
        var isDone = true
        if case .refused = reply { isDone = false }
        if case .invited(_, _, let code?) = reply { codes.append(code) }
        tries[name] = (so.tried + 1, so.done + (isDone ? 1 : 0))
    }
}
