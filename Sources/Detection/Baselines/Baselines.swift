import Vocabulary

/// What is usual for each account, by its own past and by its peers'.
///
/// - Robust: what counts is the second-highest day of the last 60; one odd day moves nothing.
/// - Seasonal: days off and working days, and six blocks of the local day, have their own limits.
/// - Cold start: an account of which less than two weeks are known is held to its peer group's limit.
/// - Against slow poisoning: what is above the limit is learned as the limit, and no limit rises by more than the
///   factor ``BaselineOptions/growth`` in 30 days.
/// - Bounded: an account takes constant space. One seen on fewer than three days never displaces one seen on more; a
///   known one makes room only when it was not seen for 60 days. An account for which there is no room is judged by its
///   peers, not passed over.
public struct Baselines: Sendable {
    let options: BaselineOptions
    /// Seen on three days or more.
    var known: [BaselineKey: AccountBaseline] = [:]
    /// Seen on fewer.
    var new: [BaselineKey: AccountBaseline] = [:]
    /// The keys of ``new`` in the order they came; some may have left.
    var newOrder: [BaselineKey] = []
    var peers: [BaselineKey: PeerBaseline] = [:]
    private(set) var now: Timestamp
    private(set) var sweptDay = Int.min
    static let daysToBeKnown: UInt16 = 3

    /// Starts knowing nothing. `now` is a time that the log cannot set: the machine's clock, or over old files the
    /// watermark.
    public init(options: BaselineOptions = BaselineOptions(), at now: Timestamp) {
        (self.options, self.now) = (options, now)
    }

    /// Goes on to a moment, at least once a day. Measures of more than a day after it, or 60 before, are taken as of
    /// then: a log that claims a distant time must not make 60 days pass.
    public mutating func advance(to moment: Timestamp) {
        now = max(now, moment)
        let day = AccountBaseline.Moment(now, options).day
        guard day > sweptDay else { return }
        sweptDay = day
        sweep(day)
    }

    /// How many accounts (times measures) are known, and how many are new.
    public var count: (known: Int, new: Int) { (known.count, new.count) }

    /// Judges a measure of an account, and learns it.
    ///
    /// - Parameters:
    ///   - account: Who.
    ///   - peer: Its peer group, as its role.
    ///   - measure: What is counted (``BaselineMeasure/name``).
    ///   - value: How many.
    ///   - time: The moment of the last event counted.
    ///   - span: In how long it was counted, in milliseconds, for the sentence.
    public mutating func judge(
        _ account: String, peer: String, _ measure: String, _ value: Double, at time: Timestamp,
        during span: Int64? = nil
    ) -> BaselineJudgement {
        let time = min(max(time, now.adding(days: -Int64(DayRing.days))), now.adding(days: 1))
        let (kind, moment) = (options.measure(measure), AccountBaseline.Moment(time, options))
        let key = BaselineKey(name: account, measure: measure)
        let peerKey = peerKey(peer, measure)
        var group = peers[peerKey] ?? PeerBaseline(day: moment.day, start: kind.start)
        group.advance(to: moment.day, kind, options)
        let peerLimit = group.limit(kind, options)
        var state = known[key] ?? new[key] ?? AccountBaseline(day: moment.day, ceiling: peerLimit)
        if moment.day > state.ceilingDay { group.learn(state.greatest(state.ceilingDay)) }
        state.advance(to: moment.day, peerLimit: peerLimit, kind, options)
        let limit = state.limit(at: moment, peerLimit: peerLimit, kind, options)
        let value = value.isFinite ? max(0, value) : .greatestFiniteMagnitude
        let sentence = Self.sentence(value, measure, span, state, moment, limit, options)
        state.learn(value, at: moment, limit: limit)
        peers[peerKey] = group
        keep(state, key)
        return BaselineJudgement(isUnusual: value > limit, sentence: sentence, limit: limit)
    }

    /// People say that so much is in order for an account for the next 30 days; meanwhile it is learned.
    public mutating func accept(_ account: String, _ measure: String, _ value: Double, from time: Timestamp) {
        let (key, day) = (BaselineKey(name: account, measure: measure), AccountBaseline.Moment(time, options).day)
        var state = known[key] ?? new[key] ?? AccountBaseline(day: day, ceiling: value)
        state.accept(value, from: day)
        keep(state, key)
    }
}
