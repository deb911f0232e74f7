/// Why an incident's summary was refused. The raw value is what is shown; it holds nothing of the input.
public enum IncidentSummaryError: String, Error, Hashable, Sendable {
    /// More practices than ``IncidentSummary/maximumPractices``.
    case tooManyPractices = "too-many-practices"
    /// More observables than ``IncidentSummary/maximumObservables``.
    case tooManyObservables = "too-many-observables"
    /// More techniques than ``IncidentSummary/maximumTechniques``.
    case tooManyTechniques = "too-many-techniques"
    /// The same practice comes twice, which would count its people twice.
    case practiceTwice = "practice-twice"
    /// An industry that is no NAICS code.
    case badIndustry = "bad-industry"
    /// A country that is not two capital letters.
    case badCountry = "bad-country"
    /// A technique whose id is not of the form `T1078` or `T1078.004`.
    case badTechnique = "bad-technique"
}
