import Vocabulary

/// Compares accounts with others of their role and says whose behaviour stands out.
struct PeerReview {
    /// What is known of an account beside the report's numbers.
    struct Figures {
        var account: RehearsalReport.Account
        var unseen: Int
        var walk: IDWalk
        var exports: Int
    }

    /// Steps in the order of ids, and their share of all openings, from which on it is a walk.
    static let walkSteps = 40
    static let walkShare = 0.25
    /// Fewer practices than these are nobody's fan-out.
    static let practices = 6

    let figures: [Figures]
    let limits: RehearsalLimits
    private let fences: [Role: [Suspicion.Kind: PeerFence]]

    init(figures: [Figures], limits: RehearsalLimits) {
        (self.figures, self.limits) = (figures, limits)
        fences = Dictionary(grouping: figures, by: \.account.role).mapValues { group in
            var fences: [Suspicion.Kind: PeerFence] = [:]
            for kind in Suspicion.Kind.allCases {
                let values = group.compactMap { Self.value(kind, of: $0) }
                fences[kind] = PeerFence(values, least: Self.least(kind))
            }
            return fences
        }
    }

    /// The accounts, in the order given, with what stands out.
    var accounts: [RehearsalReport.Account] {
        figures.map { figure in
            var account = figure.account
            account.suspicions = Suspicion.Kind.allCases.compactMap { suspicion($0, of: figure) }
            return account
        }
    }

    /// What is compared with peers; nil for what is not.
    private static func value(_ kind: Suspicion.Kind, of figure: Figures) -> Int? {
        switch kind {
        case .practices: figure.account.practices
        case .hour: figure.account.highest.hour
        case .day: figure.account.highest.day
        case .month: figure.account.highest.month
        case .unseen: figure.unseen
        case .walk, .export: nil
        }
    }

    /// The least width of a peer group's middle half that is believed.
    private static func least(_ kind: Suspicion.Kind) -> Int { kind == .practices ? 1 : kind == .hour ? 5 : 20 }

    private func suspicion(_ kind: Suspicion.Kind, of figure: Figures) -> Suspicion? {
        switch kind {
        case .walk: walk(figure.walk)
        case .export:
            figure.exports == 0
                ? nil : Suspicion(.export, "\(figure.exports) calls of a route that exports many records")
        default: outlier(kind, of: figure)
        }
    }

    private func walk(_ walk: IDWalk) -> Suspicion? {
        guard walk.steps >= Self.walkSteps, walk.share >= Self.walkShare else { return nil }
        return Suspicion(.walk, "\(walk.steps) of \(walk.openings) openings follow the order of the patients' ids")
    }

    private func outlier(_ kind: Suspicion.Kind, of figure: Figures) -> Suspicion? {
        guard let value = Self.value(kind, of: figure) else { return nil }
        let role = figure.account.role
        let fence = fences[role]?[kind]
        guard value > max(fence?.outer ?? 0, floor(kind, role, hasPeers: fence != nil)) else { return nil }
        if kind == .unseen, !isBusy(figure) { return nil }
        return Suspicion(kind, sentence(kind, value, role, fence))
    }

    /// Who works alone is the only one to open their patients: unseen ones say something of an account that opens many,
    /// too.
    private func isBusy(_ figure: Figures) -> Bool {
        guard let fence = fences[figure.account.role]?[.month] else { return false }
        return figure.account.highest.month > fence.inner
    }

    /// What nobody is named below, whatever the peers: a limit stands for honest days where there are no peers, and for
    /// an hour or a day.
    private func floor(_ kind: Suspicion.Kind, _ role: Role, hasPeers: Bool) -> Int {
        switch kind {
        case .practices: hasPeers ? Self.practices - 1 : role.isMembership && role != .remoteSecretariat ? 5 : Int.max
        case .hour: limits[role].hour
        case .day: limits[role].day
        case .month: hasPeers ? 0 : limits[role].month
        case .unseen: hasPeers ? 0 : Int.max
        case .walk, .export: 0
        }
    }

    private func sentence(_ kind: Suspicion.Kind, _ value: Int, _ role: Role, _ fence: PeerFence?) -> String {
        let what =
            switch kind {
            case .practices: "\(value) practices"
            case .hour: "\(value) patients within an hour"
            case .day: "\(value) patients within a day"
            case .month: "\(value) patients within 30 days"
            default: "\(value) patients whom nobody had opened before"
            }
        guard let fence else { return "\(what); too few accounts of the role \(role.rawValue) to compare" }
        return "\(what); three of four of \(fence.peers) \(role.rawValue) accounts have at most \(fence.upperQuartile)"
    }
}
