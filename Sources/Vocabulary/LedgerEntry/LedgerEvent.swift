/// What an entry says happened: one case a kind. The raw fields of each are listed in docs/formats.md.
public enum LedgerEvent: Hashable, Sendable {
    /// The beginning of a new log: what the old one held.
    case carry(Carry)
    /// A practice was added, resized or closed.
    case practice(PracticeEntry)
    /// A rule of the installation or of a practice.
    case policy(Policy)
    /// A membership began, changed or ended.
    case member(MemberEntry)
    /// A client began, changed or ended.
    case client(ClientEntry)
    /// A sign-in key was added or revoked.
    case key(KeyEntry)
    /// A session began or ended.
    case session(SessionEntry)
    /// A patient's keys were made.
    case patient(PatientEntry)
    /// A patient was booked for a professional.
    case booking(BookingEntry)
    /// A tier key left the broker.
    case release(Release)
    /// Part keys for new parts left the broker.
    case deposit(DepositEntry)
    /// The parts of a deposit are in the store.
    case stored(Stored)
    /// Tier keys of a page of a practice's patients left the broker, sealed to a recipient.
    case export(ExportEntry)
    /// A patient's keys and subject were destroyed.
    case erase(Erase)
    /// A patient's tier got a new key for new writes.
    case epoch(EpochEntry)
    /// An emergency opening was declared.
    case emergency(Emergency)
    /// A limit is nearly or wholly used, or the tripwire closed.
    case alert(Alert)
    /// Keys were refused, merged per holder and minute.
    case refusal(Refusal)
    /// Somebody or something was frozen.
    case freeze(Freeze)
    /// A freeze ended.
    case thaw(Thaw)
    /// A practice lets someone outside in for a time.
    case grant(GrantEntry)
    /// An act of two people was asked for.
    case request(RequestEntry)
    /// An act of two people was approved.
    case approval(Approval)
    /// A witness said what time it is.
    case time(TimeEntry)
    /// The head of a practice's access log.
    case access(AccessEntry)
    /// The root of the practice map.
    case index(IndexEntry)
}

extension LedgerEvent {
    /// The word of the entry's `kind` field.
    public var kind: String {
        switch self {
        case .carry: "carry"
        case .practice: "practice"
        case .policy: "policy"
        case .member: "member"
        case .client: "client"
        case .key: "key"
        case .session: "session"
        case .patient: "patient"
        case .booking: "booking"
        case .release: "release"
        case .deposit: "deposit"
        case .stored: "stored"
        case .export: "export"
        case .erase: "erase"
        case .epoch: "epoch"
        case .emergency: "emergency"
        case .alert: "alert"
        case .refusal: "refusal"
        case .freeze: "freeze"
        case .thaw: "thaw"
        case .grant: "grant"
        case .request: "request"
        case .approval: "approval"
        case .time: "time"
        case .access: "access"
        case .index: "index"
        }
    }

    /// Whether the entry belongs to a practice's chain.
    public var isPracticeEvent: Bool {
        switch self {
        case .carry, .time, .index: false
        default: true
        }
    }

    /// Whether the entry may be a practice's or the installation's.
    var mayBeEither: Bool {
        switch self {
        case .policy, .alert, .freeze, .thaw, .request, .approval, .key: true
        default: false
        }
    }

    init(kind: String, _ fields: inout FieldReader) throws(LedgerEntryError) {
        switch kind {
        case "carry": self = .carry(try Carry(&fields))
        case "practice": self = .practice(try PracticeEntry(&fields))
        case "policy": self = .policy(try Policy(&fields))
        case "member": self = .member(try MemberEntry(&fields))
        case "client": self = .client(try ClientEntry(&fields))
        case "key": self = .key(try KeyEntry(&fields))
        case "session": self = .session(try SessionEntry(&fields))
        case "patient": self = .patient(try PatientEntry(&fields))
        case "booking": self = .booking(try BookingEntry(&fields))
        case "release": self = .release(try Release(&fields))
        case "deposit": self = .deposit(try DepositEntry(&fields))
        case "stored": self = .stored(try Stored(&fields))
        case "export": self = .export(try ExportEntry(&fields))
        case "erase": self = .erase(try Erase(&fields))
        case "epoch": self = .epoch(try EpochEntry(&fields))
        case "emergency": self = .emergency(try Emergency(&fields))
        case "alert": self = .alert(try Alert(&fields))
        case "refusal": self = .refusal(try Refusal(&fields))
        case "freeze": self = .freeze(try Freeze(&fields))
        case "thaw": self = .thaw(try Thaw(&fields))
        case "grant": self = .grant(try GrantEntry(&fields))
        case "request": self = .request(try RequestEntry(&fields))
        case "approval": self = .approval(try Approval(&fields))
        case "time": self = .time(try TimeEntry(&fields))
        case "access": self = .access(try AccessEntry(&fields))
        case "index": self = .index(try IndexEntry(&fields))
        default: throw LedgerEntryError("kind")
        }
    }

    func write(_ fields: inout FieldWriter) {
        switch self {
        case .carry(let body): body.write(&fields)
        case .practice(let body): body.write(&fields)
        case .policy(let body): body.write(&fields)
        case .member(let body): body.write(&fields)
        case .client(let body): body.write(&fields)
        case .key(let body): body.write(&fields)
        case .session(let body): body.write(&fields)
        case .patient(let body): body.write(&fields)
        case .booking(let body): body.write(&fields)
        case .release(let body): body.write(&fields)
        case .deposit(let body): body.write(&fields)
        case .stored(let body): body.write(&fields)
        case .export(let body): body.write(&fields)
        case .erase(let body): body.write(&fields)
        case .epoch(let body): body.write(&fields)
        case .emergency(let body): body.write(&fields)
        case .alert(let body): body.write(&fields)
        case .refusal(let body): body.write(&fields)
        case .freeze(let body): body.write(&fields)
        case .thaw(let body): body.write(&fields)
        case .grant(let body): body.write(&fields)
        case .request(let body): body.write(&fields)
        case .approval(let body): body.write(&fields)
        case .time(let body): body.write(&fields)
        case .access(let body): body.write(&fields)
        case .index(let body): body.write(&fields)
        }
    }
}
