/// The first field of every derivation input, authenticated context and digest: no two purposes share one.
///
/// The number at the end is the format's version. `docs/formats.md` lists what follows each.
package enum Format: String, CaseIterable {
    case rootWrapping = "colloque/root/wrapping/1"
    case rootText = "colloque/root/text/1"
    case rootCheck = "colloque/root/check/1"
    case practiceWrapping = "colloque/practice/wrapping/1"
    case practiceText = "colloque/practice/text/1"
    case practiceTierKey = "colloque/practice/tier-key/1"
    case patientTierKey = "colloque/patient/tier-key/1"
    case partKey = "colloque/part-key/1"
    case indexToken = "colloque/index/token/1"
    case indexRow = "colloque/index/row/1"
    case wrappedPracticeKey = "colloque/wrapped-practice-key/1"
    case wrappedPatientKey = "colloque/wrapped-patient-key/1"
    case part = "colloque/part/1"
    case text = "colloque/text/1"
    case token = "colloque/token/1"
    case box = "colloque/box/1"
    case version = "colloque/version-digest/1"
    case documentWrapping = "colloque/document/wrapping/1"
    case documentHeader = "colloque/document/header/1"
    case documentChunk = "colloque/document/chunk/1"
}
