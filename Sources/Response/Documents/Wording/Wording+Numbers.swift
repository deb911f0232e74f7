extension Wording {
    /// A whole number with its thousands apart.
    func number(_ value: Int64) -> String {
        let digits = Array(String(value.magnitude))
        var text = value < 0 ? "−" : ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { text += language.either("\u{202F}", ",") }
            text.append(digit)
        }
        return text
    }

    /// A number as the evidence gives it: exact, between bounds, or unknown.
    func bounds(_ bounds: Bounds) -> String {
        switch (bounds.lower, bounds.upper) {
        case (let lower, let upper?) where lower == upper: return number(lower)
        case (0, nil): return unknown
        case (let lower, nil):
            return language.either(
                "au moins\u{A0}\(number(lower)), maximum inconnu", "at least\u{A0}\(number(lower)), maximum unknown"
            )
        case (0, let upper?):
            return language.either("au plus\u{A0}\(number(upper))", "at most\u{A0}\(number(upper))")
        case (let lower, let upper?):
            return language.either(
                "au moins\u{A0}\(number(lower)), au plus\u{A0}\(number(upper))",
                "at least\u{A0}\(number(lower)), at most\u{A0}\(number(upper))")
        }
    }

    /// A count of what the evidence shows of a number: where that one is not exact, no more than a lower bound.
    func share(_ count: Int64, of whole: Bounds) -> String {
        bounds(whole.isExact ? Bounds(count) : Bounds(lower: count, upper: nil, reasons: whole.reasons))
    }

    /// Why a number is not exact, in words.
    func reason(_ reason: BoundReason) -> String {
        switch reason {
        case .unverifiedRest:
            language.either(
                "le registre n’est vérifié que jusqu’à une certaine inscription\u{A0}; la suite n’est pas comptée",
                "the ledger verifies only up to some entry; what came later is not counted")
        case .notInLedger:
            language.either(
                "le registre ne contient pas cette information\u{A0}; seule la structure peut l’apporter",
                "the ledger does not hold this; only the practice can supply it")
        case .foreignEvidence:
            language.either(
                "d’après les journaux d’autres systèmes, dont rien ne prouve qu’ils soient complets",
                "from other systems’ logs, which nothing proves to be complete")
        case .noAccessLog:
            language.either(
                "aucun journal des accès n’a été fourni\u{A0}: ce qui a été lu n’est pas connu",
                "no access log was given: what was read is not known")
        case .openedOffline:
            language.either(
                "un export s’ouvre hors ligne\u{A0}: ce qui en a été lu n’est pas connu",
                "an export is opened offline: what was read of it is not known")
        case .partialAccessLog:
            language.either(
                "le journal des accès est incomplet pour cette période",
                "the access log is incomplete for this period")
        case .exportGaps:
            language.either(
                "un export a laissé de côté des patients dont la clé manquait, sans dire lesquels",
                "an export left out patients whose key was missing, without saying which")
        case .contradiction:
            language.either(
                "deux éléments de preuve se contredisent\u{A0}; les deux sont présentés",
                "two pieces of evidence contradict each other; both are shown")
        }
    }
}
