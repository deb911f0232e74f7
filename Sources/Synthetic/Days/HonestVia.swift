/// How an honest user came to a patient.
public enum HonestVia: String, CaseIterable, Sendable {
    /// From today's agenda: another membership or a booking client had booked the patient before.
    case agenda
    /// By typing a name, a birth date or a number.
    case search
    /// From a list: results, letters, a colleague's agenda at the desk, one's own round.
    case list
    /// The patient stands there, unannounced.
    case walkIn = "walk-in"
    /// With the emergency opening.
    case emergency
}
