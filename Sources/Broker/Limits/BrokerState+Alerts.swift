import Vocabulary

extension BrokerState {
    /// What is to be told of the practice after an opening: each limit that the opening brought to 80 %.
    func alerts(after release: Release, in id: PracticeID, at now: Timestamp) -> [Alert] {
        guard let practice = practices[id] else { return [] }
        let counting = practice.counting(release.holder)
        guard let holder = practice[counting] else { return [] }
        let share = limits.percent(of: release.sessionClass)
        let (tier, own) = (release.tier, ownLimits(of: holder, at: now).scaled(share))
        var alerts = Alert.near(.limit, counting, tier, holder.windows[tier], own[tier], now)
        if release.usesDormantLimit {
            alerts += Alert.near(.dormant, counting, nil, holder.windows.dormant, own.dormant, now)
        }
        let shared = practice.shared(by: release.holder, tier: tier, limits)
        alerts += Alert.near(.practice, nil, tier, shared.window, shared.limit, now)
        if let partner = release.partner, let windows = partners[partner] {
            alerts += Alert.near(.partner, counting, tier, windows[tier], limits.partner(tier: tier), now)
        }
        return alerts
    }

    /// The alert that closes the tripwire, when it is open and the installation's unusual openings have reached its number.
    func tripwireAlert(at now: Timestamp) -> Alert? {
        guard tripwireUntil <= now else { return nil }
        let limits = tripwireLimits
        for (window, limit) in [(WindowName.hour, limits.hour), (.day, limits.day)] {
            let used = unusual.count(window, at: now)
            if used >= limit { return Alert(name: .tripwire, window: window, used: Int64(used), limit: Int64(limit)) }
        }
        return nil
    }

    /// How many unusual openings close the tripwire, in an hour and a day; it grows with the installation and has a floor, so that
    /// a single small practice does not trip it.
    var tripwireLimits: (hour: Int, day: Int) {
        let professionals = max(20, professionals)
        return (limits.tripwireHour * professionals, limits.tripwireDay * professionals)
    }
}

extension Alert {
    /// One alert for each window of which exactly 80 % are used.
    fileprivate static func near(
        _ name: AlertName, _ holder: Holder?, _ tier: Tier?, _ window: OpeningWindow, _ limit: Limit, _ now: Timestamp
    ) -> [Alert] {
        WindowName.allCases.filter { limit[$0] > 0 }.compactMap { length in
            let used = window.count(length, at: now)
            guard used == (limit[length] * 4 + 4) / 5 else { return nil }
            return Alert(
                name: name, holder: holder, tier: tier?.word, window: length, used: Int64(used),
                limit: Int64(limit[length]))
        }
    }
}
