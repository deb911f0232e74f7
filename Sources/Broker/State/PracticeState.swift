import BrokerAPI
import Vocabulary

/// A practice as the ledger tells it.
struct PracticeState: Sendable, Codable, Equatable {
    /// A deposit that was granted and not yet entered as stored.
    struct OpenDeposit: Sendable, Codable, Equatable {
        var holder: Holder
        var at: Timestamp
    }

    /// Number of professionals that its limits follow.
    var size = 0
    var isOpen = true
    var isFrozen = false
    /// Whether limits refuse, or are only watched.
    var enforces = true
    /// Entries in its chain.
    var n: Int64 = 0
    /// Leaf hash of its last entry.
    var head = [UInt8](repeating: 0, count: 32)
    var members: [MemberID: HolderState] = [:]
    var clients: [ClientID: HolderState] = [:]
    /// What its people opened, together.
    var people = TierWindows()
    /// What its clients opened, together.
    var programs = TierWindows()
    var patients: [SubjectID: PatientState] = [:]
    var deposits: [DepositID: OpenDeposit] = [:]
    /// The newest export that was approved.
    var export: ExportState?

    subscript(holder: Holder) -> HolderState? {
        get {
            switch holder {
            case .member(let id): members[id]
            case .client(let id): clients[id]
            }
        }
        _modify {
            switch holder {
            case .member(let id): yield &members[id]
            case .client(let id): yield &clients[id]
            }
        }
    }

    /// The holder whose windows count: the one replaced, for a locum.
    func counting(_ holder: Holder) -> Holder {
        guard case .member(let id) = holder, let shared = members[id]?.shares, members[shared] != nil else {
            return holder
        }
        return .member(shared)
    }

    /// The memberships for whose bookings the holder may expect a patient: its own and the one it replaces.
    func expecting(_ holder: Holder) -> [MemberID] {
        guard case .member(let id) = holder else { return [] }
        return [id] + (members[id]?.shares.map { [$0] } ?? [])
    }
}
