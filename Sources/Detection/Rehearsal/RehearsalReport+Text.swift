import Vocabulary

extension RehearsalReport {
    /// The report for people: four tables. Of the accounts without suspicion at most `rows` are shown.
    public func text(rows: Int = 40) -> String {
        var parts = [head, "Accounts to look at: \(suspicious.count)\n" + suspicionTable]
        parts.append("Honest refusals: \(honestRefusals) of \(honestOpenings) openings\n" + refusalTable)
        parts.append(
            "What accounts could take, and what limits leave (patients: hour / day / 30 days)\n" + accountTable(rows))
        parts.append("By role (patients in 30 days, all accounts together)\n" + roleTable)
        if !notes.isEmpty { parts.append(notes.map { "- \($0)" }.joined(separator: "\n") + "\n") }
        return parts.joined(separator: "\n")
    }

    private var head: String {
        guard let first, let last else { return "No access in the log; \(ignored) events passed over.\n" }
        return """
            From \(first.instant) to \(last.instant): \(accesses) accesses by \(accounts.count) accounts \
            to \(patients) patients of \(practices) practices; \(ignored) events passed over.
            The fastest hour of any account: \(fastest) patients. That is what the application let through.

            """
    }

    private var suspicionTable: String {
        TextTable(
            ["account", "role", "practices", "highest hour / day / 30 days", "why"],
            suspicious.flatMap { account in
                account.suspicions.enumerated().map { place, suspicion in
                    let lead = [account.name, role(account), String(account.practices), windows(account.highest)]
                    return (place == 0 ? lead : ["", "", "", ""]) + [suspicion.sentence]
                }
            }
        ).text
    }

    private var refusalTable: String {
        TextTable(
            ["role", "practice", "accounts", "hour", "day", "30 days", "all"],
            refusals.map {
                let counts = [$0.accounts, $0.windows.hour, $0.windows.day, $0.windows.month, $0.total].map(String.init)
                return [$0.role.rawValue, $0.practice.isEmpty ? "(none named)" : $0.practice] + counts
            }
        ).text
    }

    private func accountTable(_ rows: Int) -> String {
        let honest = accounts.filter(\.suspicions.isEmpty).prefix(max(0, rows))
        let shown = suspicious + honest
        let table = TextTable(
            ["account", "role", "practices", "highest", "reachable", "could take", "limits leave"],
            shown.map { account in
                [
                    account.name + (account.isLowerBound ? " +" : ""), role(account), String(account.practices),
                    windows(account.highest), String(account.reachable), windows(account.couldTake),
                    windows(account.allowed),
                ]
            }
        ).text
        let left = accounts.count - shown.count
        return left > 0 ? table + "and \(left) accounts more\n" : table
    }

    private var roleTable: String {
        let groups = Dictionary(grouping: accounts, by: \.role)
        return TextTable(
            ["role", "accounts", "limit", "could take", "limits leave", "openings", "refused"],
            Role.allCases.compactMap { role in
                groups[role].map { group in
                    let sums = [
                        group.reduce(0) { $0 &+ $1.couldTake.month }, group.reduce(0) { $0 &+ $1.allowed.month },
                        group.reduce(0) { $0 &+ $1.openings }, group.reduce(0) { $0 &+ $1.refused },
                    ]
                    return [role.rawValue, String(group.count), windows(limits[role])] + sums.map(String.init)
                }
            }
        ).text
    }

    private func role(_ account: Account) -> String {
        account.role.rawValue + (account.roleOrigin == .guessed ? " ?" : "")
    }

    private func windows(_ limit: Limit) -> String { "\(limit.hour) / \(limit.day) / \(limit.month)" }
}
