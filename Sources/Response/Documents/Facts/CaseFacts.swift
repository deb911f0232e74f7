import Vocabulary

/// Everything that the documents of one practice's breach say, in one language; made by whoever runs the incident.
///
/// It holds no personal data of patients: those stand in ``LetterFacts`` alone. What is not known is nil or
/// `Bounds.unknown`, never 0 and never an empty text.
public struct CaseFacts: Hashable, Sendable {
    /// The language of all texts and documents.
    public var language: DocumentLanguage
    /// The date of the documents.
    public var date: Timestamp
    /// The processor.
    public var vendor: VendorFacts
    /// The controller.
    public var practice: PracticeFacts
    /// What happened.
    public var incident: IncidentFacts
    /// The practice's clock.
    public var notification: NotificationFacts
    /// The figures, of this practice alone.
    public var scope: PracticeScope
    /// About how many records; nil when it is not known.
    public var records: Bounds?
    /// The kinds of data; by default what the tiers with releases hold.
    public var data: [DataCategory]
    /// The kinds of people.
    public var people: [PersonCategory] = [.patients]
    /// What may follow, by the form's list.
    public var impacts: [Impact] = []
    /// What may follow, in sentences.
    public var consequences: [String] = []
    /// Measures taken.
    public var measuresTaken: [String] = []
    /// Measures proposed.
    public var measuresProposed: [String] = []
    /// How severe it is; nil while nobody has said so.
    public var severity: SeverityFacts?
    /// Whether patients are told; nil while nobody has decided.
    public var communication: CommunicationFacts?
    /// Where the figures come from; nil without one.
    public var certificate: CertificateFacts?
    /// Whether the whole ledger verified. When it did not, every page says so.
    public var isVerified = true
    /// How many entries verified, when not all did.
    public var verifiedEntries: Int64?
    /// Evidence that contradicts itself.
    public var contradictions: [ContradictionFacts] = []
    /// The timeline, in order.
    public var timeline: [TimelineFacts] = []
    /// Who and what had a part.
    public var entities: [EntityFacts] = []
    /// By what the attack can be recognised.
    public var observables: [ObservableFacts] = []
    /// How it was detected.
    public var detection: [String] = []
    /// What was done about it.
    public var response: [String] = []
    /// What prevents the next.
    public var mitigations: [MitigationFacts] = []

    /// A case of which no more than this is known.
    public init(
        language: DocumentLanguage, date: Timestamp, vendor: VendorFacts, practice: PracticeFacts,
        incident: IncidentFacts, notification: NotificationFacts, scope: PracticeScope
    ) {
        (self.language, self.date, self.vendor, self.practice) = (language, date, vendor, practice)
        (self.incident, self.notification, self.scope) = (incident, notification, scope)
        data = DataCategory.held(by: scope)
    }

    /// Whether the documents are dated after the deadline.
    public var isLate: Bool { date > notification.deadline }
}
