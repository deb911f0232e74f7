/// The remaining code lists of a general practitioner's records.
enum ClinicalLists {
    /// Passing conditions (CIM-10).
    static let acute = ClinicalTerm.list(
        """
        J00;Rhinopharyngite aiguë|J02.9;Pharyngite aiguë, sans précision|J06.9;Infection aiguë des voies respiratoires
        N30.0;Cystite aiguë|H66.9;Otite moyenne, sans précision|J20.9;Bronchite aiguë, sans précision|R51;Céphalée
        A09;Gastro-entérite d'origine infectieuse présumée|R10.4;Douleurs abdominales, autres et non précisées
        M75.1;Syndrome de la coiffe des rotateurs|L30.9;Dermite, sans précision|B34.9;Infection virale, sans précision
        S93.4;Entorse de la cheville|J11.1;Grippe, virus non identifié|R42;Étourdissements|R53;Malaise et fatigue
        M54.4;Lumbago avec sciatique|B02.9;Zona sans complication|J01.9;Sinusite aiguë|L03.1;Phlegmon d'un membre
        """)

    /// Vaccines (ATC).
    static let vaccines = ClinicalTerm.list(
        """
        J07BB02;Vaccin grippal inactivé|J07CA02;Vaccin diphtérie, tétanos, coqueluche, poliomyélite
        J07BX03;Vaccin contre la Covid-19|J07AL02;Vaccin pneumococcique conjugué|J07BD52;Vaccin rougeole, oreillons, rubéole
        J07BK03;Vaccin contre le zona|J07AH08;Vaccin méningococcique ACWY|J07BM03;Vaccin contre les papillomavirus
        """)

    /// What people do not tolerate (ATC classes and foods, as text beside CIM-10 Z88 and Z91).
    static let allergies = ClinicalTerm.list(
        """
        Z88.0;Pénicilline|Z88.2;Sulfamides|Z88.6;Aspirine|Z88.1;Macrolides|Z91.0;Arachide|Z91.0;Fruits à coque|Z91.0;Œuf
        Z91.0;Crustacés|Z91.0;Pollens de graminées|Z91.0;Acariens|Z88.8;Produits de contraste iodés|Z91.0;Venin de guêpe
        """)

    /// How intolerance shows.
    static let reactions = WordList(
        "urticaire|œdème de Quincke|éruption maculopapuleuse|bronchospasme|vomissements|rhinite")

    /// What an appointment is for.
    static let reasons = WordList(
        """
        Consultation de suivi|Renouvellement d'ordonnance|Première consultation|Vaccination|Certificat médical|Résultats
        Consultation urgente|Dépistage|Suivi annuel|Téléconsultation|Avis sur un résultat|Visite à domicile
        """)
}
