/// What was done: the words of ``Taxonomy/action``.
public enum Action: String, Sendable, CaseIterable {
    /// Records were asked for.
    case read
    /// Records were made or changed.
    case write
    /// Records were deleted.
    case delete
    /// Many records were taken out at once: a dump, a copy, an export.
    case export
    /// An account came in, or tried to.
    case login
    /// An account left.
    case logout
    /// Accounts, rights, structure or configuration were changed.
    case administer
    /// Two machines exchanged data.
    case connect
    /// The log itself raises an alarm.
    case alert
    /// Something else.
    case other
}
