import JSONTree

extension AccountPlaces {
    /// Reads what was written; nil when it is not that.
    init?(reading value: JSONValue) {
        guard let active = value["active"]?.number?.int64.flatMap(UInt16.init(exactly:)),
            let latest = value["latest"]?.day,
            let networks = value["networks"].flatMap(Kind.init(reading:)),
            let countries = value["countries"].flatMap(Kind.init(reading:)),
            networks.seen.allSatisfy({ !$0.place.isCountry }), countries.seen.allSatisfy({ $0.place.isCountry })
        else { return nil }
        self.init(day: latest)
        (self.networks, self.countries, activeDays, self.latest) = (networks, countries, active, latest)
    }
}

extension AccountPlaces.Kind {
    fileprivate init?(reading value: JSONValue) {
        guard let since = value["since"]?.day, let list = value["seen"]?.array, list.count <= AccountPlaces.most
        else { return nil }
        self.init(since: since)
        for entry in list {
            guard let (text, day) = entry.textAndDay, let place = Place(written: text), last(place) == nil
            else { return nil }
            seen.append(AccountPlaces.Seen(place: place, day: day))
        }
    }
}

extension PlaceUsers {
    /// Reads what was written; nil when it is not that.
    init?(reading value: JSONValue) {
        guard let list = value["seen"]?.array, (1...PlaceUsers.enough).contains(list.count) else { return nil }
        self.init()
        for entry in list {
            guard let (account, day) = entry.textAndDay else { return nil }
            record(account, day)
        }
        guard users.count == list.count else { return nil }
    }
}

extension JSONValue {
    /// A day that can be written.
    fileprivate var textAndDay: (String, Int32)? {
        guard let list = array, list.count == 2, let text = list[0].string, let day = list[1].day else { return nil }
        return (text, day)
    }

    var day: Int32? {
        guard let day = number?.int64, AccountBaseline.days.contains(day) else { return nil }
        return Int32(exactly: day)
    }
}
