/// Whence an event came, by whatever name its log has for it: found in one walk over its fields.
struct EventPlaces {
    let network: Place?
    let country: Place?

    private static let origin = TextHash(Taxonomy.origin.utf8)
    /// The taxonomy's name first: a mapping may set it.
    private static let countries = [
        Taxonomy.country, "source.geo.country_iso_code", "client.geo.country_iso_code",
        "src_endpoint.location.country",
    ].map { TextHash($0.utf8) }

    init(_ event: Event) {
        var (origin, country): (Place?, (rank: Int, place: Place)?) = (nil, nil)
        for field in event.fields where field.kind != .null && field.value.count <= 64 {
            if field.hash == Self.origin, origin == nil {
                origin = Place(network: event.text(of: field.value))
            } else if let rank = Self.countries.firstIndex(of: field.hash), rank < country?.rank ?? .max,
                let place = Place(country: event.text(of: field.value))
            {
                country = (rank, place)
            }
        }
        (network, self.country) = (origin, country?.place)
    }
}
