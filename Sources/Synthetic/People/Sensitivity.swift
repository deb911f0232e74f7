/// The HL7 sensitivity labels that synthetic records carry (v3-ActCode, ActInformationSensitivityPolicy).
public enum Sensitivity: String, Sendable {
    /// HIV or AIDS information.
    case hiv = "HIV"
    /// Sexuality and reproductive health information.
    case sexuality = "SEX"
}
