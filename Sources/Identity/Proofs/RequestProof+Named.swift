import Vocabulary

extension RequestProof {
    /// What a proof names: patients and tiers, the terms of a search, a booking. Nothing else may be released for it.
    public struct Named: Hashable, Sendable {
        /// The most patients.
        public static let maximumPatients = 20
        /// The most terms.
        public static let maximumTerms = 16

        /// The patients asked for.
        public let patients: Set<PatientID>
        /// The tiers, for each of the patients.
        public let tiers: Tiers
        /// What a search finds by, as typed.
        public let terms: Set<SearchTerm>
        /// Whether searches may each be by some of the terms (a match, a bundle of conditions); otherwise by all of them.
        public let isAny: Bool
        /// Who is to be expected by whom.
        public let booking: Booking?

        /// Makes it of its parts.
        public init(
            patients: Set<PatientID> = [], tiers: Tiers = [], terms: Set<SearchTerm> = [], isAny: Bool = false,
            booking: Booking? = nil
        ) {
            self.patients = patients
            self.tiers = tiers
            self.terms = terms
            self.isAny = isAny
            self.booking = booking
        }

        /// Whether it names the patient and the tier.
        public func allows(patient: PatientID, tier: Tier) -> Bool {
            patients.contains(patient) && tiers.contains(tier)
        }

        /// Whether a search is by exactly these terms, however they are spelt: with one fewer it finds more patients. By some of them
        /// only where the proof says so.
        public func allows(search terms: some Collection<SearchTerm>) -> Bool {
            guard !terms.isEmpty else { return false }
            return isAny ? allows(terms: terms) : Named.folded(terms) == Named.folded(self.terms)
        }

        /// Whether all of these are among the terms.
        public func allows(terms: some Collection<SearchTerm>) -> Bool {
            Named.folded(self.terms).isSuperset(of: Named.folded(terms))
        }

        /// The terms as the index has them, each with its field; those that fold to nothing find nobody.
        private static func folded(_ terms: some Collection<SearchTerm>) -> Set<[UInt8]> {
            Set(terms.map { Array($0.field.rawValue.utf8) + [0] + ($0.folded ?? []) })
        }
    }
}
