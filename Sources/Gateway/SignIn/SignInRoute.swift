/// The routes below `/signin`.
enum SignInRoute: String, Sendable, Hashable, CaseIterable {
    /// `POST /signin/challenge`
    case challenge
    /// `POST /signin/openid`
    case openID = "openid"
    /// `POST /signin/session`
    case session
    /// `POST /signin/enrol`
    case enrol
    /// `POST /signin/switch`
    case turn = "switch"
    /// `POST /signin/out`
    case out
    /// `GET /signin/factors`
    case factors
    /// `POST /signin/factors/remove`
    case removal = "factors/remove"
    /// `POST /signin/acts`
    case acts
    /// `GET /signin/notices`
    case notices

    /// Whether it is a GET: it takes no body.
    var isRead: Bool { self == .factors || self == .notices }

    /// Whether it takes no session, or does well without one.
    var isOpen: Bool {
        switch self {
        case .challenge, .openID, .session, .enrol: true
        default: false
        }
    }
}
