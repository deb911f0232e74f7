import ArgumentParser
import Records
import Response
import Vocabulary

/// A moment with its zone, as `2026-01-05T08:30:00Z` or `2026-01-05T09:30:00+01:00`.
struct MomentArgument: ExpressibleByArgument {
    let moment: Timestamp

    init?(argument: String) {
        guard let moment = Timestamp(instant: argument) else { return nil }
        self.moment = moment
    }
}

extension IncidentPhase: ExpressibleByArgument {}
extension IncidentEntry.Grade: ExpressibleByArgument {}
extension IncidentNotification.Phase: ExpressibleByArgument {}
extension IncidentPlan.Language: ExpressibleByArgument {}

extension ID: ExpressibleByArgument {
    /// Reads the printed form.
    public init?(argument: String) { self.init(argument) }
}
