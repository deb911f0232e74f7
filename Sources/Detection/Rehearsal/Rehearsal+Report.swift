import Vocabulary

/// From histories to the report.
extension Rehearsal {
    func report() -> RehearsalReport {
        let hasClinicalRoutes = histories.contains { $0.clinical > 0 }
        let observed = histories.indices.map { figures(of: $0, hasClinicalRoutes) }
        let judged = PeerReview(figures: observed, limits: settings.limits).accounts
        let fastest = judged.map(\.highest.hour).max() ?? 0
        return RehearsalReport(
            first: first.map(Timestamp.init(milliseconds:)), last: last.map(Timestamp.init(milliseconds:)),
            accesses: accesses, ignored: ignored, late: queue.late, unplaced: unplaced, practices: practices.count,
            patients: seen.count, isFull: seen.count >= settings.maximumPatients, fastest: fastest,
            limits: settings.limits, accounts: judged.map { withReach($0, fastest) }.sorted(by: Self.comesFirst),
            refusals: honestRefusals(judged), notes: notes(judged))
    }

    /// What was observed of an account, before it is compared.
    private func figures(of index: Int, _ hasClinicalRoutes: Bool) -> PeerReview.Figures {
        let history = histories[index]
        let name = accounts.names[index]
        let known = settings.roles.role(of: name)
        let role = known ?? history.role ?? RoleGuess.role(of: history, hasClinicalRoutes: hasClinicalRoutes)
        let trial = LimitTrial(role: role, limit: settings.limits[role]).run(history.openings)
        let highest = history.patients.highest
        let account = RehearsalReport.Account(
            name: name, role: role, roleOrigin: known != nil ? .table : history.role != nil ? .log : .guessed,
            practices: history.touched.count, highest: Limit(highest[0], highest[1], highest[2]),
            reachable: reachable(by: history), couldTake: Limit(0, 0, 0), allowed: Limit(0, 0, 0),
            openings: history.openings.count, refused: trial.count { $0 != nil }, isLowerBound: history.isCut,
            suspicions: [])
        return PeerReview.Figures(
            account: account, unseen: history.unseen, walk: history.walk, exports: history.exports)
    }

    private func reachable(by history: AccountHistory) -> Int {
        history.touched.reduce(0) { sum, practice in
            let known = settings.practiceSizes[practices.names[Int(practice)]]
            let shown = Int(practice) < practicePatients.count ? practicePatients[Int(practice)] : 0
            return sum &+ max(known ?? 0, shown)
        }
    }

    private func withReach(_ account: RehearsalReport.Account, _ pace: Int) -> RehearsalReport.Account {
        var account = account
        account.couldTake = Limit(pace, pace &* 24, pace &* 720).least(
            Limit(account.reachable, account.reachable, account.reachable))
        account.allowed = account.couldTake.least(settings.limits[account.role])
        return account
    }

    private static func comesFirst(_ a: RehearsalReport.Account, _ b: RehearsalReport.Account) -> Bool {
        (b.couldTake.month, b.highest.month, a.name) < (a.couldTake.month, a.highest.month, b.name)
    }

    /// Counts refusals of accounts without suspicion, by role and practice.
    private func honestRefusals(_ judged: [RehearsalReport.Account]) -> [RehearsalReport.Refusals] {
        var found: [RoleAndPractice: RehearsalReport.Refusals] = [:]
        for (index, account) in judged.enumerated() where account.suspicions.isEmpty && account.refused > 0 {
            let trial = LimitTrial(role: account.role, limit: settings.limits[account.role])
            var touched: Set<Int32> = []
            let openings = histories[index].openings
            for case (let opening, let window?) in zip(openings, trial.run(openings)) {
                let key = RoleAndPractice(role: account.role, practice: opening.practice)
                let name = practices.names[Int(opening.practice)]
                let none = RehearsalReport.Refusals(
                    role: account.role, practice: name, accounts: 0, windows: Limit(0, 0, 0))
                found[key, default: none].windows = (found[key] ?? none).windows.adding(Limit(one: window))
                if touched.insert(opening.practice).inserted { found[key, default: none].accounts += 1 }
            }
        }
        return found.values.sorted {
            ($1.total, $0.role.rawValue, $0.practice) < ($0.total, $1.role.rawValue, $1.practice)
        }
    }

    private struct RoleAndPractice: Hashable {
        var role: Role
        var practice: Int32
    }

    private func notes(_ judged: [RehearsalReport.Account]) -> [String] {
        let guessed = judged.count { $0.roleOrigin == .guessed }
        let days = ((last ?? 0) - (first ?? 0)) / 86_400_000
        var notes: [String] = []
        if guessed > 0 {
            notes.append(
                "The roles of \(guessed) of \(judged.count) accounts were guessed from behaviour; "
                    + "a table of roles makes limits exact."
            )
        }
        if days < settings.daysToRunIn {
            notes.append(
                "The log is shorter than \(settings.daysToRunIn) days: "
                    + "patients whom nobody had opened were not compared."
            )
        }
        if queue.late > 0 {
            notes.append("\(queue.late) accesses came too late to be put in order; merge files of the same days.")
        }
        if unplaced > 0 {
            notes.append("\(unplaced) events were left out: more accounts or practices than there is room for.")
        }
        if judged.contains(where: \.isLowerBound) {
            notes.append("There was no room for all patients: accounts marked + show lower bounds.")
        }
        return notes
    }
}

extension Limit {
    /// One in a window.
    fileprivate init(one window: WindowName) {
        self.init(window == .hour ? 1 : 0, window == .day ? 1 : 0, window == .month ? 1 : 0)
    }
}
