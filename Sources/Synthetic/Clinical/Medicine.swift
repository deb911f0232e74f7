/// A medicine as a French prescription names it.
struct Medicine: Sendable {
    /// ATC code and name with its strength.
    let term: ClinicalTerm
    /// How to take it.
    let dosage: String

    /// Reads `ATC code;name;dosage`.
    init?(_ text: String) {
        let parts = text.split(separator: ";")
        guard parts.count == 3, let term = ClinicalTerm(text) else { return nil }
        (self.term, dosage) = (term, String(parts[2]))
    }

    /// Eight digits beginning with 6, in the manner of a CIS code; invented from the ATC code.
    var cisLike: Int {
        6_000_000 * 10 + term.code.utf8.reduce(0) { ($0 * 37 + Int($1)) % 9_999_991 }
    }

    /// The medicine of an ATC code.
    static func with(code: String) -> Medicine? { all.first { $0.term.code == code } }

    /// What general practitioners prescribe most.
    static let all: [Medicine] = WordList(
        """
        N02BE01;Paracétamol 1 g comprimé;1 comprimé jusqu'à 3 fois par jour si douleur
        M01AE01;Ibuprofène 400 mg comprimé;1 comprimé matin et soir au repas pendant 5 jours
        J01CA04;Amoxicilline 1 g comprimé;1 comprimé matin et soir pendant 6 jours
        J01XX01;Fosfomycine 3 g granulés;1 sachet en prise unique
        A02BC01;Oméprazole 20 mg gélule;1 gélule le soir
        A02BC02;Pantoprazole 40 mg comprimé;1 comprimé le matin
        R06AE07;Cétirizine 10 mg comprimé;1 comprimé le soir
        R03AC02;Salbutamol 100 µg aérosol;2 bouffées si gêne respiratoire
        R03AK06;Salmétérol et fluticasone 50/250 µg;1 inhalation matin et soir
        R03BB04;Tiotropium 18 µg;1 inhalation le matin
        C09AA05;Ramipril 5 mg comprimé;1 comprimé le matin
        C08CA01;Amlodipine 5 mg gélule;1 gélule le matin
        C09CA01;Losartan 50 mg comprimé;1 comprimé le matin
        C03AA03;Hydrochlorothiazide 12,5 mg;1 comprimé le matin
        C03CA01;Furosémide 40 mg comprimé;1 comprimé le matin, à adapter au poids
        C07AB07;Bisoprolol 2,5 mg comprimé;1 comprimé le matin
        C07AA05;Propranolol 40 mg comprimé;1 comprimé matin et soir
        C10AA05;Atorvastatine 20 mg comprimé;1 comprimé le soir
        C10AA03;Pravastatine 20 mg comprimé;1 comprimé le soir
        B01AC06;Acide acétylsalicylique 75 mg;1 sachet à midi
        B01AF02;Apixaban 5 mg comprimé;1 comprimé matin et soir
        B03AA07;Sulfate ferreux 80 mg;1 comprimé par jour pendant 3 mois
        A10BA02;Metformine 1000 mg comprimé;1 comprimé matin et soir pendant le repas
        A10BB12;Glimépiride 2 mg comprimé;1 comprimé avant le petit déjeuner
        A10AE04;Insuline glargine 100 U/ml;14 unités le soir, à adapter
        A11CC05;Cholécalciférol 100 000 UI;1 ampoule tous les 3 mois
        H03AA01;Lévothyroxine 75 µg comprimé;1 comprimé le matin à jeun
        N06AB06;Sertraline 50 mg gélule;1 gélule le matin
        N06AB10;Escitalopram 10 mg comprimé;1 comprimé le soir
        N05BA04;Oxazépam 10 mg comprimé;un demi-comprimé si angoisse, 2 semaines au plus
        N02CC01;Sumatriptan 50 mg comprimé;1 comprimé au début de la crise
        N07BA01;Nicotine 21 mg dispositif;1 dispositif par jour, dose décroissante
        D07AC01;Bétaméthasone 0,05 % crème;1 application le soir pendant 7 jours
        G04CA02;Tamsulosine 0,4 mg gélule;1 gélule après le petit déjeuner
        G03DB08;Diénogest 2 mg comprimé;1 comprimé par jour sans interruption
        """
    ).words.compactMap { Medicine($0) }
}
