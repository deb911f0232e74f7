import Vocabulary

extension FindingMaker {
    /// The finding of a place that is new to an account.
    func finding(_ news: PlaceNews, _ account: String, _ event: Event, _ time: Timestamp) -> Finding {
        let (rule, kind) = ("baseline.network", news.place.isCountry ? Taxonomy.country : "network")
        let group = [Finding.Pair(Taxonomy.account, account), Finding.Pair(kind, news.place.text)]
        return Finding(
            id: FindingMaker.id(rule, group, time), rule: rule,
            title: "Account comes from a \(kind) that it did not use lately",
            level: news.place.isCountry ? .medium : .low, first: time, last: time, group: group,
            shown: shown([], event), source: event.source, why: news.sentence)
    }
}
