extension IncidentError {
    /// What is wrong with an event or a line.
    public struct Code: Hashable, Sendable, CustomStringConvertible {
        private enum Kind: String {
            case notJSON = "no JSON object of an event"
            case version = "not version 1"
            case unknownMember = "a member that this version does not know"
            case missing = "missing"
            case form = "not of the form that it must have"
            case tooLong = "too long"
            case notCanonical = "not written as this program writes it"
            case tooMany = "the incident takes no more events"
            case number = "not the next event's number"
            case chain = "does not follow the event before it: one was changed, left out or put in"
            case time = "before the event that precedes it"
            case future = "later than the event that says it"
            case notOpened = "the first event must open the incident"
            case openedTwice = "the incident is open already"
            case closed = "the incident is closed: only notifications and decisions can follow"
            case foreignPractice = "not the practice that this incident belongs to"
            case awarenessLater = "awareness cannot move to a later moment"
            case unaware = "nothing says that this party was aware"
            case beforeAwareness = "before the awareness that it follows from"
            case noInitial = "no initial notification came before"
            case grade = "more than evidence of this source is worth"
            case taskTwice = "there is a task with this id"
            case unknownTask = "no task has this id"
            case taskDone = "the task is done already"
        }

        private let kind: Kind

        /// What is wrong, in words.
        public var description: String { kind.rawValue }

        /// No JSON object, or one that is larger or deeper than an event's.
        public static let notJSON = Code(kind: .notJSON)
        /// Written by a later program.
        public static let version = Code(kind: .version)
        /// A member that this version does not know.
        public static let unknownMember = Code(kind: .unknownMember)
        /// A member that must be there is not.
        public static let missing = Code(kind: .missing)
        /// A member of another kind, an unknown word, a control character.
        public static let form = Code(kind: .form)
        /// More bytes than ``IncidentLimit`` allows.
        public static let tooLong = Code(kind: .tooLong)
        /// The same event, spelt in another way: its hash would not be the chain's.
        public static let notCanonical = Code(kind: .notCanonical)
        /// More events or bytes than an incident takes.
        public static let tooMany = Code(kind: .tooMany)
        /// Another number than the next.
        public static let number = Code(kind: .number)
        /// Another predecessor's hash.
        public static let chain = Code(kind: .chain)
        /// Time went back.
        public static let time = Code(kind: .time)
        /// Something is said before it happened.
        public static let future = Code(kind: .future)
        /// Something else than an opening came first.
        public static let notOpened = Code(kind: .notOpened)
        /// A second opening.
        public static let openedTwice = Code(kind: .openedTwice)
        /// What may not follow the closing.
        public static let closed = Code(kind: .closed)
        /// Another practice in a practice's own incident.
        public static let foreignPractice = Code(kind: .foreignPractice)
        /// Awareness after the one that was stated.
        public static let awarenessLater = Code(kind: .awarenessLater)
        /// A notification without awareness.
        public static let unaware = Code(kind: .unaware)
        /// A notification before the awareness.
        public static let beforeAwareness = Code(kind: .beforeAwareness)
        /// A complementary notification without an initial one.
        public static let noInitial = Code(kind: .noInitial)
        /// Evidence graded higher than its source allows.
        public static let grade = Code(kind: .grade)
        /// A task's id that is taken.
        public static let taskTwice = Code(kind: .taskTwice)
        /// A task that is not there.
        public static let unknownTask = Code(kind: .unknownTask)
        /// A task that was done.
        public static let taskDone = Code(kind: .taskDone)
    }
}
