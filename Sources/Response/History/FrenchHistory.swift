import Vocabulary

/// French.
struct FrenchHistory: HistoryWords {
    func somebody(_ role: Role) -> String {
        switch role {
        case .physician: "Un médecin du cabinet"
        case .nurse: "Une infirmière ou un infirmier du cabinet"
        case .pharmacist: "Une pharmacienne ou un pharmacien"
        case .secretary: "Le secrétariat du cabinet"
        case .remoteSecretariat: "Le secrétariat téléphonique du cabinet"
        case .onCall: "Un médecin de garde"
        case .support: "L’assistance technique de l’éditeur du logiciel"
        case .laboratory: "Le logiciel du laboratoire"
        case .booking: "Le logiciel de rendez-vous"
        case .partner: "Un logiciel relié au cabinet"
        }
    }

    func role(_ role: Role) -> String {
        switch role {
        case .physician: "médecin du cabinet"
        case .nurse: "infirmière ou infirmier du cabinet"
        case .pharmacist: "pharmacienne ou pharmacien"
        case .secretary: "secrétariat du cabinet"
        case .remoteSecretariat: "secrétariat téléphonique du cabinet"
        case .onCall: "médecin de garde"
        case .support: "assistance technique de l’éditeur du logiciel"
        case .laboratory: "logiciel du laboratoire"
        case .booking: "logiciel de rendez-vous"
        case .partner: "logiciel relié au cabinet"
        }
    }

    func unknown(_ reference: String) -> String {
        reference.isEmpty
            ? "Quelqu’un que le journal ne nomme pas"
            : "Un compte que le cabinet ne connaît plus (référence \(reference))"
    }

    func done(_ action: HistoryAction, isCare: Bool) -> String {
        switch action {
        case .declared: "a déclaré une urgence pour ouvrir votre dossier"
        case .opened: isCare ? "a ouvert votre dossier médical" : "a ouvert votre fiche administrative"
        case .found: "a vu votre fiche en cherchant un patient"
        case .listed: "a vu votre nom parmi les rendez-vous du jour"
        case .checked: "a obtenu du logiciel une réponse qui dépend de votre dossier, sans le voir"
        case .wrote: "a ajouté ou modifié des informations dans votre dossier"
        case .created: "a créé votre dossier"
        case .consulted: "a consulté la liste de ceux qui ont ouvert votre dossier"
        case .refused: "a demandé à voir votre dossier et n’a rien obtenu"
        }
    }

    func unshown(_ action: HistoryAction) -> String {
        switch action {
        case .found: "a obtenu l’accès à votre fiche par une recherche\u{202F}; rien n’indique qu’elle ait été affichée"
        case .listed: "a obtenu l’accès à votre fiche par l’agenda\u{202F}; rien n’indique qu’elle ait été affichée"
        default: "a obtenu l’accès à une partie de votre dossier\u{202F}; rien n’indique qu’elle ait été affichée"
        }
    }

    func tier(_ tier: Tier) -> String {
        switch tier {
        case .identity: "vos nom, prénoms, date de naissance et sexe"
        case .contact: "vos adresse, téléphone, courriel, numéro de sécurité sociale et couverture santé"
        case .medical: "vos soins\u{A0}: diagnostics, traitements, mesures, vaccins"
        case .restricted: "vos notes, courriers et documents, et ce qui est particulièrement protégé"
        }
    }

    func times(_ count: Int) -> String { ", \(count) fois ce jour-là" }

    func when(_ day: String, _ first: String, _ last: String) -> String {
        first == last ? "le \(day) à \(first)" : "le \(day), entre \(first) et \(last)"
    }

    func emergency(_ reason: String?) -> String {
        reason.map { "En urgence. Motif déclaré\u{A0}: \($0)." } ?? "En urgence."
    }

    var expected: String { "Vous aviez rendez-vous ce jour-là." }
    var permitted: String { "Avec une autorisation donnée par le cabinet, pour un temps limité." }

    func source(_ sources: Set<AuditedEvent.Source>) -> String {
        if sources.count == 2 {
            return "Noté deux fois, séparément\u{A0}: à l’ouverture de l’accès et au moment de l’action."
        }
        return sources.contains(.broker)
            ? "Noté à l’ouverture de l’accès." : "Noté par le logiciel au moment de l’action."
    }

    func summary(_ counts: PatientHistory.Counts, from: String, through: String) -> String {
        var text = "Du \(from) au \(through), "
        switch counts.people {
        case 0: text += "personne n’a eu accès à votre dossier."
        case 1: text += "une personne ou un logiciel a eu accès à votre dossier."
        default: text += "\(counts.people) personnes ou logiciels ont eu accès à votre dossier."
        }
        if counts.emergencies > 0 { text += " Accès en urgence\u{A0}: \(counts.emergencies)." }
        if counts.unshown > 0 { text += " Accès obtenus sans signe d’affichage\u{A0}: \(counts.unshown)." }
        if counts.refused > 0 { text += " Demandes sans résultat\u{A0}: \(counts.refused)." }
        if counts.unknown > 0 { text += " Comptes que le cabinet ne connaît plus\u{A0}: \(counts.unknown)." }
        return text
    }
}
