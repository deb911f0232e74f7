extension SensitiveCodes {
    /// The list, each matter with its reason.
    public static let topics: [Topic] = [
        Topic(
            label: "HIV", reason: "HIV status, tests and infection",
            codes: [
                (
                    .loinc,  // Status, antibody and antigen tests, viral load.
                    "55277-8 75622-1 7917-8 7918-6 29893-5 30361-0 31201-7 48345-3 56888-1 5018-7 20447-9 25836-8"
                ),
                (.snomed, "86406008 91947003 62479008 165816005 31676001"),
                (.icd10, "B20 B21 B22 B23 B24 Z21 R75 Z114 Z206 Z717"), (.icpc2, "B90"),
            ]),
        Topic(
            label: "SEX", reason: "sexual orientation and gender identity",
            codes: [
                (.loinc, "76690-7 76691-5"), (.snomed, "38628009 42035005 20430005"), (.icd10, "F64 F65 F66"),
                (.icpc2, "P09"),
            ]),
        Topic(
            label: "SEX", reason: "termination of pregnancy",
            codes: [
                (.snomed, "386639001 57797005 714812005 386394001 10383002"), (.icd10, "O04"), (.icpc2, "W83"),
            ]),
        Topic(
            label: "STD", reason: "sexually transmitted infection",
            codes: [
                (.snomed, "165829005 269828009"), (.icd10, "A50 A51 A52 A53 A54 A55 A56 A57 A58 A59 A60 A63 A64"),
                (.icpc2, "X70 X71 Y70 Y71"),
            ]),
        Topic(
            label: "SDV", reason: "violence and abuse at home, sexual violence",
            codes: [
                (.loinc, "76499-3 76500-8 76501-6 76502-4"), (.snomed, "386702006 706893006"),
                (.icd10, "T74 T76 Y05 Y06 Y07"), (.icpc2, "Z25"),
            ]),
        Topic(
            label: "SUD", reason: "use of drugs, alcohol and tobacco aside",
            codes: [(.loinc, "82667-7"), (.icd10, "F11 F12 F13 F14 F15 F16 F18 F19"), (.icpc2, "P19")]),
        Topic(
            label: "GDIS", reason: "genetic findings identify, last, and are about relatives too",
            codes: [(.loinc, "55233-1 51969-4 69548-6 81247-9")]),
    ]
}
