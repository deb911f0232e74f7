/// A lasting condition: whom it strikes, what treats it and what is measured for it.
struct ChronicCondition: Sendable {
    /// CIM-10 code and name.
    let term: ClinicalTerm
    /// The youngest age.
    let minimumAge: Int
    /// How many in a hundred have it twenty years after that age; half of it before, twice as many at most later.
    let percent: Int
    /// 1 for women, 2 for men, 0 for both.
    let sex: Int
    /// ATC codes of what may be prescribed.
    let medicines: [String]

    /// Reads `code;name;minimum age;percent;sex;ATC codes with commas`.
    init?(_ text: String) {
        let parts = text.split(separator: ";", omittingEmptySubsequences: false)
        guard parts.count == 6, let term = ClinicalTerm(text), let age = Int(parts[2]), let percent = Int(parts[3]),
            let sex = Int(parts[4])
        else { return nil }
        (self.term, minimumAge, self.percent, self.sex) = (term, age, percent, sex)
        medicines = parts[5].split(separator: ",").map(String.init)
    }

    /// Whether a person has it.
    func strikes(age: Int, isFemale: Bool, _ random: inout SeededGenerator) -> Bool {
        let share = Double(percent) / 100 * min(2, 0.5 + Double(age - minimumAge) / 40)
        return random.chance(share) && age >= minimumAge && (sex == 0 || (sex == 1) == isFemale)
    }

    /// The conditions of general practice in France; shares from general knowledge of their frequency.
    static let all: [ChronicCondition] = WordList(
        """
        I10;Hypertension essentielle (primitive);35;24;0;C09AA05,C08CA01,C09CA01,C03AA03
        E11.9;Diabète sucré de type 2, sans complication;35;9;0;A10BA02,A10BB12,A10AE04
        E78.5;Hyperlipidémie, sans précision;35;16;0;C10AA05,C10AA03
        E03.9;Hypothyroïdie, sans précision;25;6;1;H03AA01
        J45.9;Asthme, sans précision;4;6;0;R03AC02,R03AK06
        J44.9;Maladie pulmonaire obstructive chronique;45;6;0;R03BB04,R03AC02
        F32.9;Épisode dépressif, sans précision;18;6;0;N06AB06,N06AB10
        F41.9;Trouble anxieux, sans précision;16;8;0;N05BA04,N06AB10
        M17.9;Gonarthrose, sans précision;50;14;0;N02BE01,M01AE01
        M54.5;Lombalgie basse;20;12;0;N02BE01,M01AE01
        K21.9;Reflux gastro-œsophagien sans œsophagite;25;9;0;A02BC01,A02BC02
        G43.9;Migraine, sans précision;15;7;1;N02CC01,C07AA05
        I48.9;Fibrillation et flutter auriculaires;60;6;0;B01AF02,C07AB07
        I25.9;Cardiopathie ischémique chronique;50;5;0;B01AC06,C10AA05,C07AB07
        I50.9;Insuffisance cardiaque, sans précision;65;4;0;C03CA01,C07AB07
        N18.3;Maladie rénale chronique, stade 3;60;5;0;C09AA05
        M81.9;Ostéoporose, sans précision;60;9;1;A11CC05
        E66.9;Obésité, sans précision;18;12;0;
        L20.9;Dermatite atopique, sans précision;0;6;0;D07AC01
        J30.4;Rhinite allergique, sans précision;6;12;0;R06AE07
        N40;Hyperplasie de la prostate;55;16;2;G04CA02
        N80.9;Endométriose, sans précision;18;5;1;G03DB08
        D50.9;Anémie par carence en fer;12;4;1;B03AA07
        F17.2;Dépendance au tabac;18;18;0;N07BA01
        G47.3;Apnée du sommeil;40;5;0;
        """
    ).words.compactMap { ChronicCondition($0) }
}
