/// Search parameters written by hand: where their values are and of which type, without any path language.
enum NaiveParameters {
    struct Row {
        let name: String
        let kind: String
        /// Keys from the resource down, and the data type there; behind `>` the type that a reference must show.
        let places: [(keys: [String], type: String)]
        /// For composites: the keys of the element that holds all parts, once for each such element.
        var holders: [[String]] = []
    }

    static let byType: [String: [String: Row]] = {
        var table: [String: [String: Row]] = [:]
        for line in (text + "\n" + references).split(separator: "\n") {
            let words = line.split(separator: " ").map(String.init)
            let places = words[3...].map { word in
                let sides = word.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
                return (keys: sides[0].split(separator: ".").map(String.init), type: sides[1])
            }
            for type in words[0].split(separator: ",") {
                table[String(type), default: [:]][words[1]] = Row(name: words[1], kind: words[2], places: places)
            }
        }
        for (name, holders, places) in composites {
            let row = Row(name: name, kind: "composite", places: places.map { ([$0.0], $0.1) }, holders: holders)
            table["Observation", default: [:]][name] = row
        }
        return table
    }()

    static func row(_ name: String, _ type: String) -> Row? { common[name] ?? byType[type]?[name] }

    static let common: [String: Row] = {
        let rows = [
            Row(name: "_id", kind: "token", places: [(["id"], "id")]),
            Row(name: "_lastUpdated", kind: "date", places: [(["meta", "lastUpdated"], "date")]),
            Row(name: "_tag", kind: "token", places: [(["meta", "tag"], "Coding")]),
            Row(name: "_security", kind: "token", places: [(["meta", "security"], "Coding")]),
            Row(name: "_profile", kind: "uri", places: [(["meta", "profile"], "canonical")]),
            Row(name: "_source", kind: "uri", places: [(["meta", "source"], "uri")]),
        ]
        return Dictionary(uniqueKeysWithValues: rows.map { ($0.name, $0) })
    }()

    private static let composites: [(String, [[String]], [(String, String)])] = [
        ("code-value-quantity", [[]], [("code", "CC"), ("valueQuantity", "Quantity")]),
        ("component-code-value-quantity", [["component"]], [("code", "CC"), ("valueQuantity", "Quantity")]),
        ("combo-code-value-quantity", [[], ["component"]], [("code", "CC"), ("valueQuantity", "Quantity")]),
        ("code-value-concept", [[]], [("code", "CC"), ("valueCodeableConcept", "CC")]),
        ("code-value-string", [[]], [("code", "CC"), ("valueString", "string")]),
    ]

    private static let text = """
        Observation category token category:CC
        Observation code token code:CC
        Observation combo-code token code:CC component.code:CC
        Observation component-code token component.code:CC
        Observation combo-value-concept token valueCodeableConcept:CC component.valueCodeableConcept:CC
        Observation combo-value-quantity quantity valueQuantity:Quantity valueSampledData:Sampled component.valueQuantity:Quantity component.valueSampledData:Sampled
        Observation component-value-quantity quantity component.valueQuantity:Quantity component.valueSampledData:Sampled
        Observation value-quantity quantity valueQuantity:Quantity valueSampledData:Sampled
        Observation value-concept token valueCodeableConcept:CC
        Observation value-string string valueString:string valueCodeableConcept.text:string
        Observation value-date date valueDateTime:date valuePeriod:Period
        Observation status token status:code
        Observation date date effectiveDateTime:date effectivePeriod:Period effectiveTiming:Timing effectiveInstant:date
        Condition code token code:CC
        Condition clinical-status token clinicalStatus:CC
        Condition verification-status token verificationStatus:CC
        Condition onset-date date onsetDateTime:date onsetPeriod:Period
        Condition abatement-date date abatementDateTime:date abatementPeriod:Period
        Condition recorded-date date recordedDate:date
        Condition onset-age quantity onsetAge:Quantity onsetRange:Range
        Condition onset-info string onsetString:string
        Encounter class token class:Coding
        Encounter type token type:CC
        Encounter status token status:code
        Encounter date date period:Period
        Encounter length quantity length:Quantity
        Encounter reason-code token reasonCode:CC
        Procedure,DiagnosticReport code token code:CC
        Procedure,MedicationRequest,Immunization,Claim,ExplanationOfBenefit,DiagnosticReport,CarePlan,ImagingStudy status token status:code
        Procedure date date performedDateTime:date performedPeriod:Period
        Procedure reason-code token reasonCode:CC
        MedicationRequest,CarePlan intent token intent:code
        MedicationRequest authoredon date authoredOn:date
        MedicationRequest code token medicationCodeableConcept:CC
        MedicationRequest date date dosageInstruction.timing.event:date
        Immunization vaccine-code token vaccineCode:CC
        Immunization date date occurrenceDateTime:date
        Immunization lot-number string lotNumber:string
        Claim use token use:code
        Claim,ExplanationOfBenefit created date created:date
        Claim priority token priority:CC
        ExplanationOfBenefit identifier token identifier:Identifier
        DiagnosticReport,CarePlan category token category:CC
        DiagnosticReport date date effectiveDateTime:date effectivePeriod:Period
        DiagnosticReport issued date issued:date
        CarePlan date date period:Period
        CarePlan activity-code token activity.detail.code:CC
        Goal lifecycle-status token lifecycleStatus:code
        Goal target-date date target.dueDate:date
        AllergyIntolerance code token code:CC reaction.substance:CC
        AllergyIntolerance clinical-status token clinicalStatus:CC
        AllergyIntolerance category token category:code
        AllergyIntolerance criticality token criticality:code
        AllergyIntolerance type token type:code
        AllergyIntolerance date date recordedDate:date
        ImagingStudy started date started:date
        ImagingStudy modality token series.modality:Coding
        ImagingStudy bodysite token series.bodySite:Coding
        ImagingStudy series token series.uid:id
        Organization name string name:string alias:string
        Organization type token type:CC
        Organization,Practitioner active token active:boolean
        Organization,Practitioner,Patient address string address:Address
        Organization,Practitioner,Patient address-city string address.city:string
        Organization,Practitioner,Patient identifier token identifier:Identifier
        Practitioner,Patient name string name:HumanName
        Practitioner,Patient family string name.family:string
        Practitioner,Patient given string name.given:string
        Practitioner,Patient gender token gender:code
        Patient birthdate date birthDate:date
        Patient death-date date deceasedDateTime:date
        Patient telecom token telecom:ContactPoint
        Patient language token communication.language:CC
        """

    private static let references = """
        Observation encounter reference encounter:Reference
        Observation subject reference subject:Reference
        Observation patient reference subject:Reference>Patient
        Condition encounter reference encounter:Reference
        Condition subject reference subject:Reference
        Condition patient reference subject:Reference>Patient
        Encounter subject reference subject:Reference
        Encounter patient reference subject:Reference>Patient
        Encounter participant reference participant.individual:Reference
        Encounter practitioner reference participant.individual:Reference>Practitioner
        Encounter service-provider reference serviceProvider:Reference
        Encounter diagnosis reference diagnosis.condition:Reference
        Procedure,MedicationRequest,DiagnosticReport,CarePlan encounter reference encounter:Reference
        Procedure,MedicationRequest,DiagnosticReport,CarePlan subject reference subject:Reference
        Procedure,MedicationRequest,DiagnosticReport,CarePlan patient reference subject:Reference>Patient
        Procedure reason-reference reference reasonReference:Reference
        MedicationRequest requester reference requester:Reference
        Immunization,Claim,ExplanationOfBenefit,AllergyIntolerance patient reference patient:Reference
        Claim,ExplanationOfBenefit encounter reference item.encounter:Reference
        Claim,ExplanationOfBenefit provider reference provider:Reference
        ExplanationOfBenefit claim reference claim:Reference
        ExplanationOfBenefit care-team reference careTeam.provider:Reference
        DiagnosticReport result reference result:Reference
        CarePlan condition reference addresses:Reference
        CarePlan goal reference goal:Reference
        Goal,ImagingStudy subject reference subject:Reference
        Goal,ImagingStudy patient reference subject:Reference>Patient
        ImagingStudy encounter reference encounter:Reference
        """
}
