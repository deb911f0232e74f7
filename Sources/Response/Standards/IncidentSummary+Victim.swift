extension IncidentSummary {
    /// The organisation from which the data came: usually the vendor, whose practices are the secondary victims.
    public struct Victim: Hashable, Sendable {
        /// NAICS 2022, software publishers.
        public static let softwarePublisher = "513210"

        /// What it is called; an organisation, not a person.
        public let name: ClippedText
        /// Its NAICS code, 2 to 6 digits.
        public let industry: String
        /// Its country, ISO 3166-1 alpha-2.
        public let country: String

        /// Throws for a code that is no NAICS sector's, and for a country that is not two capital letters.
        public init(
            name: String, industry: String = softwarePublisher, country: String = "FR"
        ) throws(IncidentSummaryError) {
            guard Self.isIndustry(industry) else { throw .badIndustry }
            guard country.utf8.count == 2, country.utf8.allSatisfy({ (0x41...0x5A).contains($0) }) else {
                throw .badCountry
            }
            self.name = ClippedText(ImpersonalText.of(name), bytes: 200)
            (self.industry, self.country) = (industry, country)
        }

        private static func isIndustry(_ text: String) -> Bool {
            let sectors = [
                "11", "21", "22", "23", "31", "32", "33", "42", "44", "45", "48", "49", "51", "52", "53", "54", "55",
                "56", "61", "62", "71", "72", "81", "92",
            ]
            return (2...6).contains(text.utf8.count) && text.utf8.allSatisfy { $0 &- 48 < 10 }
                && sectors.contains(String(text.prefix(2)))
        }
    }
}
