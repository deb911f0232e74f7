/// A measured value: its LOINC code, its usual range and how its number is written.
struct Measurement: Sendable {
    /// LOINC code and French name.
    let term: ClinicalTerm
    /// UCUM unit.
    let unit: String
    /// The usual value, in steps of the last digit.
    let usual: Int
    /// How far values spread, in the same steps.
    let spread: Int
    /// Digits after the point.
    let digits: Int

    /// Reads `LOINC;name;UCUM;usual;spread;digits`.
    init?(_ text: String) {
        let parts = text.split(separator: ";")
        guard parts.count == 6, let term = ClinicalTerm(text), let usual = Int(parts[3]), let spread = Int(parts[4]),
            let digits = Int(parts[5])
        else { return nil }
        (self.term, unit, self.usual, self.spread, self.digits) = (term, String(parts[2]), usual, spread, digits)
    }

    /// Vital signs besides blood pressure.
    static let vitals = list(
        """
        29463-7;Poids;kg;720;70;1|8867-4;Fréquence cardiaque;/min;74;8;0|8310-5;Température corporelle;Cel;371;5;1
        59408-5;Saturation en oxygène;%;97;1;0|8302-2;Taille;cm;1690;50;1|39156-5;Indice de masse corporelle;kg/m2;254;30;1
        """)

    /// Laboratory values.
    static let laboratory = list(
        """
        4548-4;Hémoglobine glyquée (HbA1c);%;610;55;2|14749-6;Glycémie;mmol/L;540;50;2|14682-9;Créatinine;umol/L;780;100;1
        718-7;Hémoglobine;g/dL;138;10;1|1988-5;Protéine C réactive;mg/L;80;30;1|3016-3;TSH;m[IU]/L;210;60;2
        2276-4;Ferritine;ug/L;900;350;1|2823-3;Potassium;mmol/L;420;25;2
        62238-1;Débit de filtration glomérulaire;mL/min/{1.73_m2};84;11;0|777-3;Plaquettes;10*3/uL;245;35;0|1742-6;Alanine aminotransférase;U/L;27;8;0
        """)

    /// The lipid panel's components.
    static let lipids = list(
        """
        14647-2;Cholestérol total;mmol/L;520;60;2|14646-4;Cholestérol HDL;mmol/L;140;18;2
        22748-8;Cholestérol LDL;mmol/L;310;50;2|14927-8;Triglycérides;mmol/L;130;30;2
        """)

    private static func list(_ text: String) -> [Measurement] { WordList(text).words.compactMap { Measurement($0) } }
}
