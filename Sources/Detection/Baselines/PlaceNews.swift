/// A place that an account did not use before.
struct PlaceNews: Hashable, Sendable {
    let place: Place
    /// One sentence: "a network not seen in 60 days: 203.0.113.0/24; 2 networks known".
    let sentence: String

    init(_ place: Place, known count: Int) {
        let one = place.isCountry ? "country" : "network"
        let several = place.isCountry ? "countries" : "networks"
        self.place = place
        sentence =
            "a \(one) not seen in \(Places.days) days: \(place.text); \(count) \(count == 1 ? one : several) known"
    }
}
