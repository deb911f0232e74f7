import BrokerAPI
import FHIR
import JSONTree
import Store
import Vocabulary

/// One version that is to be written: decided, not yet sealed.
struct Plan: Sendable {
    /// The resource.
    let key: ResourceKey
    /// The version that it replaces; 0 for a new resource.
    let replacing: UInt32
    /// The tier of the part that holds its structure.
    let base: Tier
    /// What is to be sealed, tier by tier; nothing when the version deletes the resource.
    let parts: [Tier: [UInt8]]
    /// Parts that stay as they are, unopened.
    var carried: [PartReference] = []
    /// Whether the version deletes the resource.
    var deletes = false
    /// What it is found by.
    var terms: [IndexTerm] = []
    /// Index rows that are there already: entries of an import.
    var rows: [StoredRow] = []
    /// The tiers whose earlier rows end.
    var replacesRowsOf: Tiers = []
    /// Bookings made and cancelled.
    var bookings: [NewBooking] = []
    /// The content that arrived for it.
    var content: ArrivedContent?
    /// The patient who begins with it.
    var newPatient: NewPatient?
    /// The resource as its writer sent it, for the answer.
    var resource: JSONValue?
    /// Tiers that the writer may not see and that are carried.
    var hidden: Tiers = []

    /// Its own number.
    var version: UInt32 { replacing + 1 }

    /// The tiers that it needs a key of, in order. A deletion seals nothing, but asks for a key too: every write has an
    /// entry in the ledger that names its patient.
    var sealedTiers: [Tier] { deletes ? [base] : Tier.allCases.filter { parts[$0] != nil } }

    /// The tiers of which rows of search terms are replaced. Rows of imported entries lie under `medical`, where there
    /// are no others, and stay until the resource is deleted.
    static let searched: Tiers = [.identity, .contact, .restricted]
}
