import Vocabulary

extension Baselines {
    /// "highest in 60 days: 1", of an account whose past is long enough to say so; else nil.
    public func past(of account: String, _ measure: String, at time: Timestamp) -> String? {
        let day = AccountBaseline.Moment(time, options).day
        guard let state = known[BaselineKey(name: account, measure: measure)], state.isMature(day, options) else {
            return nil
        }
        let highest = OutputText.measure(
            state.highest(before: day).rounded(.down), unit: measure == Taxonomy.bytes ? measure : nil)
        return "highest in \(DayRing.days) days: \(highest)"
    }

    /// Why a measure is unusual, or what it was held against.
    static func sentence(
        _ value: Double, _ measure: String, _ span: Int64?, _ state: AccountBaseline, _ moment: AccountBaseline.Moment,
        _ limit: Double, _ options: BaselineOptions
    ) -> String {
        let noun = value == 1 && measure.hasSuffix("s") ? String(measure.dropLast()) : measure
        let what = OutputText.measure(value, unit: measure == Taxonomy.bytes ? measure : noun)
        let during = span.map { " in \(OutputText.span(milliseconds: $0))" } ?? ""
        return "\(what)\(during); \(comparison(value, measure, state, moment, limit, options))"
    }

    private static func comparison(
        _ value: Double, _ measure: String, _ state: AccountBaseline, _ moment: AccountBaseline.Moment, _ limit: Double,
        _ options: BaselineOptions
    ) -> String {
        func amount(_ value: Double) -> String {
            OutputText.measure(value.rounded(.down), unit: measure == Taxonomy.bytes ? measure : nil)
        }
        guard state.isMature(moment.day, options) else {
            let days = UInt64(max(0, moment.day - state.since))
            let known = days == 0 ? "not seen before" : "known for \(OutputText.counted(days, "day"))"
            return "\(known), limit of its peers: \(amount(limit))"
        }
        let highest = state.highest(before: moment.day)
        guard value <= highest, value > limit else { return "highest in \(DayRing.days) days: \(amount(highest))" }
        let kind = moment.isRest ? "days off" : "working days"
        return "highest in \(DayRing.days) days: \(amount(highest)), limit at this hour on \(kind): \(amount(limit))"
    }
}
