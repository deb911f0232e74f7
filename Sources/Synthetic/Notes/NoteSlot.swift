/// The words that fill the slots of ``NoteTemplate``, those that do not depend on the patient.
enum NoteSlot {
    /// The word list of a slot's letter; nil for a slot that the patient or a number fills.
    static func words(_ slot: UInt8) -> WordList? {
        switch slot {
        case UInt8(ascii: "m"): motives
        case UInt8(ascii: "d"): durations
        case UInt8(ascii: "l"): places
        case UInt8(ascii: "t"): medicines
        case UInt8(ascii: "M"): months
        case UInt8(ascii: "v"): cities
        case UInt8(ascii: "j"): occupations
        case UInt8(ascii: "s"): specialists
        case UInt8(ascii: "x"): examinations
        case UInt8(ascii: "F"): relatives
        case UInt8(ascii: "h"): habits
        case UInt8(ascii: "E"): signs
        default: nil
        }
    }

    private static let motives = WordList(
        """
        lombalgie|toux sèche|toux grasse|douleur thoracique atypique|céphalées|fatigue|douleur d'épaule|gonalgie|reflux|otalgie
        angine|rhinite|cystite|troubles du sommeil|anxiété|vertiges|palpitations|éruption prurigineuse|diarrhée|constipation
        douleur abdominale|œdème des chevilles|dyspnée d'effort|entorse de cheville|sciatique|cervicalgie|migraine|verrue
        malaise|perte de poids|bouffées de chaleur|dysménorrhée|acouphènes|crampes nocturnes|paresthésies des mains
        """)
    private static let durations = WordList(
        """
        deux jours|trois jours|quatre jours|une semaine|dix jours|deux semaines|trois semaines|un mois|six semaines|deux mois
        trois mois|six mois|l'été|Noël|la rentrée|le week-end|hier soir|ce matin|un an|plusieurs années
        """)
    private static let places = WordList(
        """
        lombaire basse|de l'épaule droite|de l'épaule gauche|du genou droit|du genou gauche|épigastrique|en fosse iliaque droite
        rétrosternale|cervicale|de la hanche gauche|de la hanche droite|du poignet|pelvienne|frontale|du mollet droit|plantaire
        de l'hypochondre droit|basithoracique gauche|du coude|interscapulaire
        """)
    private static let medicines = WordList(
        """
        paracétamol|ibuprofène|amoxicilline|oméprazole|lévothyroxine|metformine|ramipril|amlodipine|bisoprolol|atorvastatine
        sertraline|escitalopram|zopiclone|tramadol|prednisolone|salbutamol|cétirizine|phloroglucinol|macrogol|furosémide
        apixaban|colchicine|fosfomycine|pristinamycine|propranolol|mirtazapine|oxazépam|tamsulosine|fer oral|vitamine D
        """)
    private static let months = WordList(
        "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre")
    private static let cities = WordList(
        """
        Nantes|Lyon|Rennes|Tours|Dijon|Limoges|Valence|Brest|Amiens|Nancy|Pau|Troyes|Angers|Nîmes|Colmar|Vannes|Agen|Metz|Rouen
        Grenoble|Poitiers|Besançon|Chartres|Lorient
        """)
    private static let occupations = WordList(
        """
        aide-soignante|maçon|comptable|enseignante|chauffeur routier|caissière|agricultrice|infirmier|informaticien|cuisinier
        assistante maternelle|électricien|agent d'entretien|cadre commercial|étudiante|coiffeuse|magasinier|policier|notaire
        ouvrière en usine|vendeuse|paysagiste|aide à domicile|boulanger|facteur|architecte|musicien|plombier
        """)
    private static let specialists = WordList(
        """
        le cardiologue|la dermatologue|le rhumatologue|la gynécologue|l'ORL|la pneumologue|le neurologue|le psychiatre|l'urologue
        la gastro-entérologue|l'ophtalmologue|l'endocrinologue|le chirurgien orthopédiste|la psychologue|l'allergologue
        """)
    private static let examinations = WordList(
        """
        bilan biologique|NFS et CRP|radiographie du thorax|échographie abdominale|ECG|IRM lombaire|ECBU|bilan thyroïdien|ferritine
        écho-doppler veineux|holter tensionnel|EFR|mammographie|coloscopie|scanner des sinus|sérologies|glycémie à jeun
        bilan lipidique|ostéodensitométrie|fond d'œil|radiographie du genou
        """)
    private static let relatives = WordList(
        """
        son mari|sa femme|sa mère|son père|sa fille|son fils|sa sœur|son frère|sa compagne|son compagnon|sa voisine|sa belle-mère
        son petit-fils|sa petite-fille|un ami|l'infirmière|son employeur|sa tante
        """)
    private static let habits = WordList(
        """
        fumer dix cigarettes par jour|boire trois verres par jour|ne plus sortir de chez soi|marcher une heure par jour
        avoir repris la natation|fumer du cannabis le soir|ne plus fumer|manger sans sel|sauter le repas de midi|jouer en ligne
        s'être mis au judo|ne pas supporter le bruit|ne plus conduire la nuit|grignoter le soir|travailler de nuit
        """)
    private static let signs = WordList(
        """
        gorge érythémateuse|pas de souffle|contracture paravertébrale|Lasègue négatif|mollets souples|pas d'œdème|ronchi diffus
        sibilants aux deux bases|dermite séborrhéique|tiroir négatif|bandelette urinaire positive|bandelette négative
        pas de raideur méningée|réflexes présents et symétriques|foie non palpable|varices bilatérales|épanchement du genou
        signe de Jobe positif|mains froides|muqueuses pâles|peau sèche|thyroïde palpable sans nodule|tremblement fin
        """)
}
