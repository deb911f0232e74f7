import Vocabulary

/// Merges refusals per holder and minute, and sees when a holder was refused too many patients within ten minutes.
///
/// It is memory of the running broker: the first refusal of a minute is entered at once, the rest of that minute in one more
/// entry, so a thousand refusals a second are two entries a minute.
struct RefusalBook {
    /// What one entry says.
    struct Merged: Equatable {
        var holder: Holder
        var practice: PracticeID
        var session: SessionID
        var reason: RefusalReason
        var count: Int64
        var patients: Int64
    }

    fileprivate struct Page {
        var minute: Int64
        var pending: Merged?
        var subjects: Set<SubjectID> = []
        var recent: [(at: Timestamp, subject: SubjectID)] = []
    }

    private var pages: [Holder: Page] = [:]
    /// Most subjects remembered for one holder.
    private static let maximumSubjects = 256
    private static let tenMinutes: Int64 = 600_000

    /// Notes a refusal; returns what must be entered now.
    mutating func note(
        _ refusal: RefusalReason, holder: Holder, practice: PracticeID, session: SessionID, subject: SubjectID?,
        now: Timestamp
    ) -> [Merged] {
        let minute = now.milliseconds / 60_000
        var due: [Merged] = []
        var page = pages[holder] ?? Page(minute: -1)
        let isFirst = page.minute != minute
        if isFirst {
            if let pending = page.pending { due.append(pending) }
            page.pending = nil
            page.minute = minute
            page.subjects = []
        }
        let isNew =
            subject.map { page.subjects.count < RefusalBook.maximumSubjects && page.subjects.insert($0).inserted }
            ?? false
        let one = Merged(
            holder: holder, practice: practice, session: session, reason: refusal, count: 1, patients: isNew ? 1 : 0)
        if isFirst { due.append(one) } else { page.add(one) }
        if let subject, RefusalBook.counts(refusal) { page.remember(subject, now) }
        pages[holder] = page
        return due
    }

    /// Distinct patients that the holder was refused within ten minutes, for reasons of its own doing.
    func recentlyRefused(_ holder: Holder, now: Timestamp) -> Int {
        let limit = now.milliseconds - RefusalBook.tenMinutes
        return Set((pages[holder]?.recent ?? []).filter { $0.at.milliseconds > limit }.map(\.subject)).count
    }

    /// Forgets what a holder was refused: somebody looked into it.
    mutating func forget(_ holder: Holder) { pages[holder]?.recent = [] }

    /// What is pending from minutes that are over; all of it when `all` is set.
    mutating func flush(now: Timestamp, all: Bool = false) -> [Merged] {
        let minute = now.milliseconds / 60_000
        var due: [Merged] = []
        for (holder, page) in pages where all || page.minute < minute {
            if let pending = page.pending { due.append(pending) }
            pages[holder]?.pending = nil
            if page.minute < minute - 10 { pages[holder] = nil }
        }
        return due
    }

    /// Limits of others and of the installation never freeze anybody, nor do rows that were altered in the store.
    private static func counts(_ reason: RefusalReason) -> Bool {
        switch reason {
        case .limit, .dormantLimit, .emergencyLimit: true
        default: false
        }
    }
}

extension RefusalBook.Page {
    fileprivate mutating func add(_ one: RefusalBook.Merged) {
        var merged = pending ?? one
        if pending != nil {
            merged.count += 1
            merged.patients += one.patients
            merged.reason = one.reason
            merged.session = one.session
        }
        pending = merged
    }

    fileprivate mutating func remember(_ subject: SubjectID, _ now: Timestamp) {
        recent.removeAll { $0.at.milliseconds <= now.milliseconds - 600_000 || $0.subject == subject }
        if recent.count < 256 { recent.append((now, subject)) }
    }
}
