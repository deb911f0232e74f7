import BrokerAPI
import JSONTree
import Onboarding

/// Where the invitations of an approved on-boarding go.
struct InvitationOutput {
    private let file: InvitationFile

    /// Begins the file.
    init(_ path: String?) throws {
        guard let path else { throw Failure.usage("give --invitations-out: the codes are shown nowhere else") }
        do { file = try InvitationFile(path) } catch { throw Failure.refused("\(error)") }
    }

    /// Writes the codes of an answer to an act.
    func write(_ act: ActItem, _ reply: AdminReply) throws {
        guard case .onboarded(let done) = reply else { return file.discard() }
        do {
            try file.append(act.rows, done)
            try file.close()
        } catch {
            throw Failure.broken("\(error)")
        }
    }
}

extension ActItem {
    /// The practices that it would add.
    var rows: [Onboarding] {
        guard case .onboard(let rows)? = try? AdminRequest(text: content) else { return [] }
        return rows
    }

    /// Whether it would invite somebody.
    var isInviting: Bool { rows.contains { $0.first != nil } }

    /// What would be done, as a person reads it: of an on-boarding a line for each practice. It is the content, decoded; its text is what is signed.
    /// A practice that is there is called by its own name, whatever the row says.
    func readable(_ names: [String: String]) -> String {
        let rows = rows
        guard !rows.isEmpty else { return "\(act): \(content.shown)" }
        let lines = rows.map { row in
            // Names in quotes, so that none reads like the rest of a line.
            func quoted(_ name: String) -> String {
                String(decoding: JSONValue.string(name).bytes, as: UTF8.self).shown
            }
            let place =
                (row.practice.map { "\($0) is \(quoted(names["\($0)"] ?? "")), asked as " } ?? "new: ")
                + "\(quoted(row.name)), size \(row.size)"
            return "    " + place
                + (row.first.map { "; \($0.role.rawValue) \(quoted($0.name)), RPPS \(quoted($0.rpps))" } ?? "")
        }
        return "\(act): \(rows.count) practices\n" + lines.joined(separator: "\n")
    }
}
