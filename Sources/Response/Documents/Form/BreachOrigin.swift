/// How the breach came about.
public enum BreachOrigin: String, FormValue {
    // The names say it; the words are below.
    case lostEquipment = "lost-equipment"
    case lostPaper = "lost-paper"
    case lostMail = "lost-mail"
    case hacking
    case discardedPaper = "discarded-paper"
    case discardedDevice = "discarded-device"
    case unintendedPublication = "unintended-publication"
    case wrongPersonShown = "wrong-person-shown"
    case wrongRecipient = "wrong-recipient"
    case spokenDisclosure = "spoken-disclosure"

    /// The value in words.
    public func text(in language: DocumentLanguage) -> String {
        switch self {
        case .lostEquipment: language.either("Équipement perdu ou volé", "Lost or stolen equipment")
        case .lostPaper: language.either("Papier perdu ou volé", "Lost or stolen paper")
        case .lostMail:
            language.either("Courrier perdu ou ouvert avant d’être remis", "Mail lost, or opened before delivery")
        case .hacking:
            language.either("Piratage, logiciel malveillant ou hameçonnage", "Hacking, malware or phishing")
        case .discardedPaper:
            language.either("Papier mis au rebut sans destruction", "Paper discarded without destruction")
        case .discardedDevice:
            language.either("Appareil mis au rebut sans effacement", "Device discarded without erasure")
        case .unintendedPublication: language.either("Publication non voulue", "Unintended publication")
        case .wrongPersonShown:
            language.either("Données d’une autre personne affichées", "Another person’s data shown")
        case .wrongRecipient:
            language.either("Données envoyées à un mauvais destinataire", "Data sent to the wrong recipient")
        case .spokenDisclosure: language.either("Divulgation orale", "Spoken disclosure")
        }
    }
}
