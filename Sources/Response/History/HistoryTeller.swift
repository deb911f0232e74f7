import Vocabulary

/// Puts a group of events into words.
struct HistoryTeller {
    let words: any HistoryWords
    let language: DocumentLanguage
    let actors: [String: HistoryActor]

    func entry(_ group: HistoryGroup) -> PatientHistory.Entry {
        let action = group.key.action
        let isCare = !group.tiers.isDisjoint(with: [.medical, .restricted])
        let done = group.key.isUnshown ? words.unshown(action) : words.done(action, isCare: isCare)
        let repeats = group.times > 1 ? words.times(group.times) : ""
        // What was not shown to whom was refused is nobody's business, and a condition shows nothing.
        let isOfContent = action != .refused && action != .checked && action != .consulted && action != .declared
        return PatientHistory.Entry(
            day: group.key.day.description, when: when(group), text: "\(who(group.key.holder)) \(done)\(repeats).",
            what: isOfContent ? group.tiers.tiers.map(words.tier) : [], why: why(group),
            source: words.source(group.sources))
    }

    private func who(_ holder: String) -> String {
        guard let actor = actors[holder] else {
            return words.unknown(holder.isEmpty ? "" : ClippedText(holder, bytes: 64).text)
        }
        guard !ClippedText(actor.name).isBlank else { return words.somebody(actor.role) }
        return "\(actor.name) (\(words.role(actor.role)))"
    }

    private func when(_ group: HistoryGroup) -> String {
        let wording = Wording(language)
        return words.when(wording.day(group.first), wording.clock(group.first), wording.clock(group.last))
    }

    private func why(_ group: HistoryGroup) -> String? {
        if group.isEmergency { return words.emergency(group.reason.map { ClippedText($0, bytes: 64).text }) }
        if group.key.action == .refused { return nil }
        if actors[group.key.holder]?.role == .support { return words.permitted }
        return group.isExpected ? words.expected : nil
    }
}
