extension PresenceRule {
    /// The rules, by their keys in R4. A choice (`value[x]`) is named without its type.
    static let all: [PresenceRule] = [
        PresenceRule(.ext1, "Extension", needs: "extension value"),
        PresenceRule(.ext1, "Extension", when: "value", forbids: "extension"),
        PresenceRule(.att1, "Attachment", when: "data", needs: "contentType"),
        PresenceRule(.qty3, "Quantity Age Count Distance Duration", when: "code", needs: "system"),
        PresenceRule(.cpt2, "ContactPoint", when: "value", needs: "system"),
        PresenceRule(.rat1, "Ratio", needs: "numerator denominator extension"),
        PresenceRule(.rat1, "Ratio", when: "numerator", needs: "denominator"),
        PresenceRule(.rat1, "Ratio", when: "denominator", needs: "numerator"),
        PresenceRule(.tim1, "Timing.repeat", when: "duration", needs: "durationUnit"),
        PresenceRule(.tim2, "Timing.repeat", when: "period", needs: "periodUnit"),
        PresenceRule(.tim6, "Timing.repeat", when: "periodMax", needs: "period"),
        PresenceRule(.tim7, "Timing.repeat", when: "durationMax", needs: "duration"),
        PresenceRule(.tim8, "Timing.repeat", when: "countMax", needs: "count"),
        PresenceRule(.tim10, "Timing.repeat", when: "timeOfDay", forbids: "when"),
        PresenceRule(.pat1, "Patient.contact", needs: "name telecom address organization"),
        PresenceRule(.obs3, "Observation.referenceRange", needs: "low high text"),
        PresenceRule(.obs6, "Observation", when: "dataAbsentReason", forbids: "value"),
        PresenceRule(.con1, "Condition.stage", needs: "summary assessment"),
        PresenceRule(.con2, "Condition.evidence", needs: "code detail"),
        PresenceRule(.imm1, "Immunization.education", needs: "documentType reference"),
        PresenceRule(.cmp1, "Composition.section", needs: "text entry section"),
        PresenceRule(.cmp2, "Composition.section", when: "emptyReason", forbids: "entry"),
        PresenceRule(.bdl5, "Bundle.entry", needs: "resource request response"),
    ]
}
