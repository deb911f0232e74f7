extension RulePlace {
    /// The error of this place.
    func refuse(_ problem: String, instead remedy: String? = nil) -> RuleError {
        RuleError(self, problem, instead: remedy)
    }

    /// The error of this place where a limit is passed: it names the cost.
    func refuse(_ what: String, costs cost: Int, limit: Int, instead remedy: String? = nil) -> RuleError {
        RuleError(self, "\(what): \(cost), and the limit is \(limit)", instead: remedy)
    }
}
