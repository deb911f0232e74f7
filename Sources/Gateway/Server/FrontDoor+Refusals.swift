import BrokerAPI
import Hummingbird
import JSONTree
import Logging
import Records

extension FrontDoor {
    /// What the caller is told of an error; only what nobody foresaw is logged, and by its type alone.
    func refusal(_ error: any Error, _ visit: Visit) -> HTTPRefusal {
        switch error {
        case let refusal as HTTPRefusal: return refusal
        case let error as RecordError: return HTTPRefusal(error)
        case let failure as BrokerFailure: return HTTPRefusal(failure)
        case let error as JSONError: return HTTPRefusal(error)
        default:
            logger.error("unforeseen error", metadata: ["request": "\(visit.id)", "type": "\(type(of: error))"])
            return .internalError
        }
    }

    /// One log line and the metrics of a request: no path, no query, no id but the request's and the session's.
    func note(_ answer: Answer, _ visit: Visit, _ duration: Duration) {
        let (seconds, attoseconds) = duration.components
        let nanoseconds = seconds * 1_000_000_000 + attoseconds / 1_000_000_000
        let status = Int(answer.status.code)
        metrics.answered(route: visit.template, status: status, nanoseconds: nanoseconds)
        if let reason = answer.reason { metrics.refused(reason) }
        metrics.underWay(gate.underWay)
        logger.info("request", metadata: FrontDoor.metadata(answer, visit, microseconds: nanoseconds / 1_000))
    }

    private static func metadata(_ answer: Answer, _ visit: Visit, microseconds: Int64) -> Logger.Metadata {
        var metadata: Logger.Metadata = [
            "request": "\(visit.id)", "route": "\(visit.template)", "status": "\(answer.status.code)",
            "microseconds": "\(microseconds)",
        ]
        if let session = visit.session { metadata["session"] = "\(session)" }
        if let reason = answer.reason { metadata["reason"] = "\(reason)" }
        return metadata
    }
}
