import Vocabulary

/// What the command line asks of the broker over its administration socket; JSON in a frame, since it is rare and a person may read it.
public enum AdminRequest: Codable, Sendable {
    /// Whether it is ready, and its figures.
    case status
    /// Adds a practice with a number of professionals.
    case addPractice(name: String, size: Int64)
    /// Makes it so that practices are there with those who are first to administer them: ``Onboarding/maximum`` at once, all or none.
    case onboard([Onboarding])
    /// Adds a membership with its first sign-in key (x963 point, base64url).
    case addMember(practice: PracticeID, role: Role, name: String, key: String, shares: MemberID?, end: Int64?)
    /// Adds a membership of a new person, who enrols by an invitation, or of one who is known.
    /// With an RPPS number (11 digits) the person may also sign in at the OpenID provider.
    case invite(
        practice: PracticeID, role: Role, name: String, person: PersonID?, shares: MemberID?, end: Int64?,
        rpps: String? = nil)
    /// Adds a client with its first sign-in key.
    case addClient(practice: PracticeID, role: Role, name: String, key: String, partner: PartnerID?, depositOnly: Bool)
    /// Lists practices with their names.
    case practices
    /// Lists a practice's memberships and clients with their names.
    case holders(practice: PracticeID)
    /// Declares the installation live.
    case live
    /// Sets the limits (the text that `Limits` prints).
    case setLimits(String)
    /// Sets a practice's mode: `observe` or `enforce`.
    case setMode(practice: PracticeID, mode: String)
    /// Freezes.
    case freeze(scope: FreezeScope, practice: PracticeID?, holder: Holder?, reason: String)
    /// Thaws.
    case thaw(scope: FreezeScope, practice: PracticeID?, holder: Holder?, reason: String)
    /// Destroys a patient's keys and subject.
    case erase(practice: PracticeID, patient: PatientID)
    /// Gives tiers of these patients, ``maximumSubjects`` at once, new keys for what is written from now on.
    case advanceEpochs(practice: PracticeID, subjects: [SubjectID], tiers: Tiers)
    /// Takes back patients' keys from the copies beside their rows.
    case restoreKeys(practice: PracticeID, copies: [WrappedPatientKey])
    /// Moves a simulated installation's time forward.
    case advance(to: Timestamp)
    /// Writes an index entry now.
    case index
    /// Prints the bound table.
    case bounds
    /// Lets a support membership see a practice's patients in these tiers for so many hours, 72 at most; none ends it. The practice's own physicians ask for it.
    case grant(practice: PracticeID, member: MemberID, tiers: Tiers, hours: Int64)
    /// Lets a client of a live installation deposit without the hourly limit, for so many hours, 72 at most.
    case allowImport(practice: PracticeID, client: ClientID, hours: Int64)
    /// What the ledger has to tell a practice since a moment.
    case notices(practice: PracticeID, since: Timestamp)
    /// Lets a person enrol anew, a day later, by an invitation that ends all factors of before.
    case resetFactors(practice: PracticeID, member: MemberID)
    /// Makes a patient's opening an alarm.
    case markCanary(practice: PracticeID, patient: PatientID)
    /// Adds a key that exports may be sealed to, by its fingerprint (64 hexadecimal digits): what people compare.
    case addRecipient(fingerprint: String)
    /// Lets a practice's keys be sealed to such a key, for a day.
    case export(practice: PracticeID, fingerprint: String)
    /// Seals a page of them, behind a subject, to the key (`colloque-recipient-v1 …`).
    case exportKeys(practice: PracticeID, recipient: String, after: SubjectID?)
    /// Adds an operator with a key (x963 point, base64url).
    case addOperator(name: String, key: String)
    /// Ends an operator's key and factor.
    case removeOperator(person: PersonID)
    /// Lists operators with their names.
    case operators
    /// Asks for an act of two people, or for a thaw, which needs one. The content is the request's ``text``.
    case ask(content: String, evidence: ActEvidence)
    /// Lists the acts that wait for a second person.
    case acts
    /// Approves an act, which is carried out at once; the answer is the act's own.
    case approve(act: ActID, evidence: ActEvidence)
    /// Refuses an act, or takes it back.
    case refuse(act: ActID, evidence: ActEvidence)

    /// The most subjects of one ``advanceEpochs(practice:subjects:tiers:)``.
    public static let maximumSubjects = 256
}

/// What the broker answers on its administration socket.
public enum AdminReply: Codable, Sendable {
    /// Done.
    case done
    /// The id of what was added.
    case added(String)
    /// A membership that was added, whose it is, and the code by which a new person enrols.
    case invited(member: String, person: String, code: String?)
    /// What became of each row that was on-boarded, in their order.
    case onboarded([Onboarded])
    /// Figures and the ledger's head.
    case status(AdminStatus)
    /// Practices or holders.
    case list([AdminItem])
    /// How many tiers of patients have a new epoch.
    case advanced(Int)
    /// How many keys were taken back.
    case restored(Int)
    /// The bound of each profile.
    case bounds([BoundRow])
    /// Entries of the ledger, one a text, and the moment to ask again from where there may be more.
    case notices([String], next: Timestamp?)
    /// A page of an export.
    case exported(ExportPage)
    /// An act waits for a second person.
    case asked(ActID)
    /// The acts that wait.
    case acts([ActItem])
    /// An operator that was added, and the secret for one-time codes as an `otpauth` URI; it is shown once.
    case enrolled(person: PersonID, totp: String)
    /// Not done, and why.
    case refused(String)
}

/// A patient's key as its practice's key wraps it: the copy that lies beside the rows.
public struct WrappedPatientKey: Codable, Sendable {
    /// The patient.
    public var patient: PatientID
    /// 77 bytes.
    public var wrapped: [UInt8]

    /// Makes it of its parts.
    public init(patient: PatientID, wrapped: [UInt8]) {
        self.patient = patient
        self.wrapped = wrapped
    }
}

/// Figures of a broker.
public struct AdminStatus: Codable, Sendable {
    /// Entries in the ledger.
    public var size: Int64
    /// Its root, hexadecimal.
    public var root: String
    /// The verification key of its checkpoints.
    public var verificationKey: String
    /// The broker's time.
    public var time: Timestamp
    /// Whether the installation is simulated.
    public var simulated: Bool
    /// Whether it is live.
    public var live: Bool
    /// Practices, holders, patients, patients without a key, and live sessions.
    public var counts: [String: Int]
    /// Whether witnesses are to vouch for ledger and time.
    public var witnessed: Bool
    /// Whether one does, or none is there.
    public var confirmed: Bool

    /// Makes it of its parts.
    public init(
        size: Int64, root: String, verificationKey: String, time: Timestamp, simulated: Bool, live: Bool,
        counts: [String: Int], witnessed: Bool, confirmed: Bool
    ) {
        self.size = size
        self.root = root
        self.verificationKey = verificationKey
        self.time = time
        self.simulated = simulated
        self.live = live
        self.counts = counts
        self.witnessed = witnessed
        self.confirmed = confirmed
    }
}

/// A practice, membership or client in a list.
public struct AdminItem: Codable, Sendable {
    /// Its id.
    public var id: String
    /// Its name.
    public var name: String
    /// Its role, or nothing for a practice.
    public var role: Role?
    /// `frozen`, `care-only`, `ended`, `active`.
    public var state: String

    /// Makes it of its parts.
    public init(id: String, name: String, role: Role?, state: String) {
        self.id = id
        self.name = name
        self.role = role
        self.state = state
    }
}

/// The most patients that one stolen session of a profile opens in one tier.
public struct BoundRow: Codable, Sendable {
    /// The profile.
    public var role: Role
    /// The tier's word, or `dormant`.
    public var tier: String
    /// New to the account within an hour, a day and 30 days: limits, expected patients and emergency openings together.
    public var hour: Int64
    /// Within a day.
    public var day: Int64
    /// Within 30 days.
    public var month: Int64

    /// Makes it of its parts.
    public init(role: Role, tier: String, hour: Int64, day: Int64, month: Int64) {
        self.role = role
        self.tier = tier
        self.hour = hour
        self.day = day
        self.month = month
    }
}
