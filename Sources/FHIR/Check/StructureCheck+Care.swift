import JSONTree

/// Invariants of resources that say what is true about a patient.
extension StructureCheck {
    /// `obs-7`: a component of the observation's own code, beside its value.
    mutating func checkComponents(_ observation: JSONObject) {
        guard let components = observation["component"]?.array, observation.members.contains(where: isValue),
            let own = observation["code"]?["coding"]?.array
        else { return }
        let codings = Set(own)
        let isRepeated = components.contains { component in
            component["code"]?["coding"]?.array?.contains(where: codings.contains) ?? false
        }
        if isRepeated { findings.report(.obs7) }
    }

    private func isValue(_ member: JSONObject.Member) -> Bool { member.key.withoutUnderscore.hasPrefix("value") }

    /// `con-4` and `con-5`.
    mutating func checkCondition(_ condition: JSONObject) {
        let status = condition["clinicalStatus"]
        let isOver = condition.members.contains { $0.key.withoutUnderscore.hasPrefix("abatement") }
        if isOver, !StructureCheck.has(status, "condition-clinical", ["inactive", "resolved", "remission"]) {
            findings.report(.con4)
        }
        if status != nil,
            StructureCheck.has(condition["verificationStatus"], "condition-ver-status", StructureCheck.error)
        {
            findings.report(.con5)
        }
    }

    /// `ait-1` and `ait-2`.
    mutating func checkAllergy(_ allergy: JSONObject) {
        let isError = StructureCheck.has(
            allergy["verificationStatus"], "allergyintolerance-verification", StructureCheck.error)
        let hasStatus = allergy["clinicalStatus"] != nil
        if !isError, !hasStatus { findings.report(.ait1) }
        if isError, hasStatus { findings.report(.ait2) }
    }

    private static let error = ["entered-in-error"]

    /// Whether a concept has one of the codes of HL7's code system.
    private static func has(_ concept: JSONValue?, _ system: String, _ codes: [String]) -> Bool {
        (concept?["coding"]?.array ?? []).contains { coding in
            coding["system"]?.string == "http://terminology.hl7.org/CodeSystem/" + system
                && (coding["code"]?.string).map(codes.contains) ?? false
        }
    }
}
