/// The number of each call on the wire.
public enum Call: UInt8, Sendable, CaseIterable {
    /// ``KeyBroker/hello(_:)``
    case hello = 1
    /// ``KeyBroker/signIn(_:)``
    case signIn = 2
    /// ``KeyBroker/session(_:)``
    case session = 3
    /// ``KeyBroker/signOut(_:)``
    case signOut = 4
    /// ``KeyBroker/release(_:)``
    case release = 5
    /// ``KeyBroker/ownKeys(_:)``
    case ownKeys = 6
    /// ``KeyBroker/tokens(_:)``
    case tokens = 7
    /// ``KeyBroker/matches(_:)``
    case matches = 8
    /// ``KeyBroker/deposit(_:)``
    case deposit = 9
    /// ``KeyBroker/stored(_:)``
    case stored = 10
    /// ``KeyBroker/depositStates(_:)``
    case depositStates = 11
    /// ``KeyBroker/emergency(_:)``
    case emergency = 12
    /// ``KeyBroker/accessHead(_:)``
    case accessHead = 13
    /// An ``AdminRequest``, on the administration socket only.
    case admin = 14
    /// ``KeyBroker/history(_:)``
    case history = 15
    /// ``KeyBroker/challenge(_:)``
    case challenge = 16
    /// ``KeyBroker/enrol(_:)``
    case enrol = 17
    /// ``KeyBroker/person(_:)``
    case person = 18
    /// ``KeyBroker/openID(_:)``
    case openID = 19
    /// Pushed by the broker: a ``Revocation``.
    case revocation = 200
}
