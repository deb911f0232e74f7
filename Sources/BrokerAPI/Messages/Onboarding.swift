import Vocabulary

/// A practice that comes to the installation, and who is first to administer it.
public struct Onboarding: Codable, Sendable, Hashable {
    /// Most of one request, so that whoever approves can read them.
    public static let maximum = 100

    /// Somebody whom a national number proves.
    public struct Administrator: Codable, Sendable, Hashable {
        /// The account's name.
        public var name: String
        /// What they do there.
        public var role: Role
        /// Their RPPS number, 11 digits, by which the OpenID provider knows them.
        public var rpps: String

        /// Makes it of its parts.
        public init(name: String, role: Role, rpps: String) {
            self.name = name
            self.role = role
            self.rpps = rpps
        }

        /// Whether the number is 11 digits.
        var hasNumber: Bool { rpps.utf8.count == 11 && rpps.utf8.allSatisfy { (0x30...0x39).contains($0) } }
    }

    /// The practice, when it is there already.
    public var practice: PracticeID?
    /// Its name.
    public var name: String
    /// How many professionals work there.
    public var size: Int64
    /// Who is invited; nobody for now when it is nil.
    public var first: Administrator?

    /// Makes it of its parts.
    public init(practice: PracticeID? = nil, name: String, size: Int64, first: Administrator? = nil) {
        self.practice = practice
        self.name = name
        self.size = size
        self.first = first
    }

    /// Whether names and size are what the broker takes.
    public var isSound: Bool {
        (1...10_000).contains(size) && AdminRequest.isName(name)
            && (first.map { $0.role.isMembership && AdminRequest.isName($0.name) && $0.hasNumber } ?? true)
    }

    /// Whether these may stand in one request: few enough, each sound, no practice twice, nobody under two names.
    public static func areSound(_ rows: [Onboarding]) -> Bool {
        let (practices, people) = (rows.compactMap(\.practice), rows.compactMap(\.first))
        return (1...maximum).contains(rows.count) && rows.allSatisfy(\.isSound)
            && Set(practices).count == practices.count
            && Set(people.map(\.rpps)).count == Set(people.map { [$0.rpps, $0.name] }).count
    }
}

/// What became of an ``Onboarding``.
public struct Onboarded: Codable, Sendable, Hashable {
    /// The practice.
    public var practice: PracticeID
    /// The membership of who is first to administer it.
    public var member: MemberID?
    /// The code by which they enrol: for them alone. None for who has a factor already, or got a code with another row.
    public var code: String?
    /// Until when the code is good.
    public var until: Timestamp

    /// Makes it of its parts.
    public init(practice: PracticeID, member: MemberID? = nil, code: String? = nil, until: Timestamp) {
        self.practice = practice
        self.member = member
        self.code = code
        self.until = until
    }
}

extension AdminRequest {
    /// Whether it is a name: 1 to 200 bytes without what a screen would obey instead of showing it.
    public static func isName(_ name: String) -> Bool {
        let orders: [Unicode.GeneralCategory] = [.control, .format, .lineSeparator, .paragraphSeparator]
        return (1...200).contains(name.utf8.count)
            && name.unicodeScalars.allSatisfy { !orders.contains($0.properties.generalCategory) }
    }
}
