import Vocabulary

/// English.
struct EnglishHistory: HistoryWords {
    func somebody(_ role: Role) -> String {
        switch role {
        case .physician: "A physician of the practice"
        case .nurse: "A nurse of the practice"
        case .pharmacist: "A pharmacist"
        case .secretary: "The practice’s reception"
        case .remoteSecretariat: "The practice’s telephone reception"
        case .onCall: "A physician on call"
        case .support: "Technical support of the software’s maker"
        case .laboratory: "The laboratory’s software"
        case .booking: "The appointment software"
        case .partner: "A program connected to the practice"
        }
    }

    func role(_ role: Role) -> String {
        switch role {
        case .physician: "physician of the practice"
        case .nurse: "nurse of the practice"
        case .pharmacist: "pharmacist"
        case .secretary: "the practice’s reception"
        case .remoteSecretariat: "the practice’s telephone reception"
        case .onCall: "physician on call"
        case .support: "technical support of the software’s maker"
        case .laboratory: "the laboratory’s software"
        case .booking: "the appointment software"
        case .partner: "a program connected to the practice"
        }
    }

    func unknown(_ reference: String) -> String {
        reference.isEmpty
            ? "Somebody whom the log does not name"
            : "An account that the practice no longer knows (reference \(reference))"
    }

    func done(_ action: HistoryAction, isCare: Bool) -> String {
        switch action {
        case .declared: "declared an emergency to open your record"
        case .opened: isCare ? "opened your medical record" : "opened your contact details"
        case .found: "saw your name and birth date while looking for a patient"
        case .listed: "saw your name among the day’s appointments"
        case .checked: "got an answer from the software that depends on your record, without seeing it"
        case .wrote: "added or changed information in your record"
        case .created: "created your record"
        case .consulted: "looked at the list of who opened your record"
        case .refused: "asked to see your record and was shown nothing"
        }
    }

    func unshown(_ action: HistoryAction) -> String {
        switch action {
        case .found: "was given access to your name by a search; nothing shows that it was displayed"
        case .listed: "was given access to your name by the day’s appointments; nothing shows that it was displayed"
        default: "was given access to part of your record; nothing shows that it was displayed"
        }
    }

    func tier(_ tier: Tier) -> String {
        switch tier {
        case .identity: "your name, birth date and sex"
        case .contact: "your address, telephone, e-mail, social security number and health coverage"
        case .medical: "your care: diagnoses, treatments, measurements, vaccinations"
        case .restricted: "your notes, letters and documents, and what is specially protected"
        }
    }

    func times(_ count: Int) -> String { ", \(count) times that day" }

    func when(_ day: String, _ first: String, _ last: String) -> String {
        first == last ? "on \(day) at \(first)" : "on \(day), between \(first) and \(last)"
    }

    func emergency(_ reason: String?) -> String {
        reason.map { "In an emergency. Reason given: \($0)." } ?? "In an emergency."
    }

    var expected: String { "You had an appointment that day." }
    var permitted: String { "With a permission of the practice, for a limited time." }

    func source(_ sources: Set<AuditedEvent.Source>) -> String {
        if sources.count == 2 { return "Noted twice, separately: when access was given and when it was done." }
        return sources.contains(.broker) ? "Noted when access was given." : "Noted by the software when it was done."
    }

    func summary(_ counts: PatientHistory.Counts, from: String, through: String) -> String {
        var text = "From \(from) to \(through), "
        switch counts.people {
        case 0: text += "nobody had access to your record."
        case 1: text += "one person or program had access to your record."
        default: text += "\(counts.people) people or programs had access to your record."
        }
        if counts.emergencies > 0 { text += " Access in an emergency: \(counts.emergencies)." }
        if counts.unshown > 0 { text += " Access given without a sign of display: \(counts.unshown)." }
        if counts.refused > 0 { text += " Requests without result: \(counts.refused)." }
        if counts.unknown > 0 { text += " Accounts that the practice no longer knows: \(counts.unknown)." }
        return text
    }
}
