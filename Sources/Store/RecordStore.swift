import Vocabulary

/// Where sealed parts, manifests and index rows lie. It never sees a key or a plaintext.
///
/// Every call names its practice and sees nothing of another. A practice that was never written is an empty one;
/// reading it leaves no trace. All calls throw ``StoreError``. Whatever happens to the process, a deposit is wholly
/// pending,
/// wholly visible or wholly absent afterwards.
public protocol RecordStore: Sendable {
    // MARK: Writing

    /// Writes a deposit durably without making it visible.
    ///
    /// Throws `conflict`, naming the resource, when a version does not replace the visible one or another pending
    /// version holds its number; `unknownPatient` when a resource is about nobody the practice holds; `invalid` when
    /// a carried part is not the current version's, or a content is not there whole, of another patient, or of another
    /// version. Then nothing is written.
    func stage(_ deposit: StagedDeposit) async throws

    /// Makes a staged deposit visible, all of it at once, and replaces index rows. Doing it again changes nothing.
    ///
    /// Throws `unknownDeposit` when there is none.
    func publish(_ deposit: DepositID, in practice: PracticeID) async throws

    /// Removes a staged deposit. Doing it again changes nothing.
    ///
    /// Throws `published` when the deposit is visible.
    func discard(_ deposit: DepositID, in practice: PracticeID) async throws

    /// Reserves ordinals for resources to come: the first of `count` for each patient. Never given twice, also when
    /// nothing is written with them. One transaction for all.
    func reserveOrdinals(_ counts: [PatientID: UInt32], in practice: PracticeID) async throws -> [PatientID: UInt32]

    /// Begins a document's content, of which chunks may then be added.
    ///
    /// Throws `unknownPatient` for a patient whom the practice does not hold, `conflict` when there is such a document,
    /// `invalid` when ``StoreLimits/maximumArriving`` are on their way already.
    func beginDocument(_ document: DocumentID, of patient: PatientID, in practice: PracticeID) async throws

    /// Adds chunks behind those that are there, durably. One transaction.
    ///
    /// Throws `conflict` unless the document has begun, belongs to no version, and has `number` chunks.
    func addChunks(
        _ chunks: [[UInt8]], from number: UInt32, to document: DocumentID, in practice: PracticeID
    ) async throws

    /// Removes a document that belongs to no version. Doing it again changes nothing.
    func dropDocument(_ document: DocumentID, in practice: PracticeID) async throws

    /// Removes all documents that belong to no version: at the start, when nothing arrives.
    func dropUnfinishedDocuments(in practice: PracticeID) async throws

    /// Removes all that there is about a patient, pending or visible, and the bytes from the files. Doing it again
    /// changes nothing.
    func erase(_ patient: PatientID, in practice: PracticeID) async throws

    // MARK: Reading

    /// A visible version, the current one unless a number is given, with the parts of `tiers`; nil when there is none.
    /// A deleted resource answers with a manifest that says so.
    func read(
        _ key: ResourceKey, version: UInt32?, tiers: Tiers, in practice: PracticeID
    ) async throws -> StoredVersion?

    /// The current versions in the order of the keys, nil where there is none; all from one moment.
    func current(_ keys: [ResourceKey], tiers: Tiers, in practice: PracticeID) async throws -> [StoredVersion?]

    /// A patient's resources that are not deleted, by type and ordinal, of `types` or of all, behind `after`:
    /// as many as `limit` and ``StoreLimits/maximumPageBytes`` allow.
    func list(
        _ patient: PatientID, types: [String]?, after: ResourceKey?, limit: Int, tiers: Tiers, in practice: PracticeID
    ) async throws -> [StoredVersion]

    /// The practice's own resources, those about no patient, that are not deleted, by type and id, of `types`, behind
    /// `after`: as many as `limit` and ``StoreLimits/maximumPageBytes`` allow.
    func listOwn(
        types: [String], after: ResourceKey?, limit: Int, tiers: Tiers, in practice: PracticeID
    ) async throws -> [StoredVersion]

    /// The visible versions of a resource, newest first, below `before` when given; bounded as a list.
    func history(
        _ key: ResourceKey, before: UInt32?, limit: Int, tiers: Tiers, in practice: PracticeID
    ) async throws -> [StoredVersion]

    /// Chunks of a document that belongs to a visible version, in order; fewer where it ends.
    func chunks(
        of document: DocumentID, from number: UInt32, count: Int, in practice: PracticeID
    ) async throws -> [[UInt8]]

    // MARK: Finding

    /// Resources that have every one of the tokens, oldest first, `limit + 1` at most so that the caller sees there
    /// are more.
    func find(_ tokens: [RowToken], limit: Int, in practice: PracticeID) async throws -> [StoredMatch]

    /// For each token the oldest resource that has it, nil where none does.
    func firstMatches(_ tokens: [RowToken], in practice: PracticeID) async throws -> [StoredMatch?]

    // MARK: Keeping

    /// The wrapped copy of a visible patient's key.
    func wrappedKey(of patient: PatientID, in practice: PracticeID) async throws -> [UInt8]?

    /// Visible patients by id, behind `after`. For verification and restoring only: nothing lists a practice's base
    /// to a user.
    func patients(after: PatientID?, limit: Int, in practice: PracticeID) async throws -> [PatientID]

    /// Deposits that are staged, oldest first.
    func pending(in practice: PracticeID) async throws -> [DepositID]

    /// The practices that have records, by id.
    func practices() async throws -> [PracticeID]

    /// Lends every visible version in the order of writing, each with the parts that it sealed itself: what its digest
    /// covers. Versions written meanwhile may be left out.
    func forEachVersion(
        in practice: PracticeID, _ body: @Sendable (StoredVersion) async throws -> Void
    ) async throws

    /// How much a practice holds.
    func statistics(of practice: PracticeID) async throws -> StoreStatistics

    /// Ends the store: later calls throw `closed`, those under way finish.
    func close() async
}
