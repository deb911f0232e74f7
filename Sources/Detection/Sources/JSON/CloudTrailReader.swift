import JSONTree
import Vocabulary

/// Reads AWS CloudTrail: an event a line, or files that are one object with `Records` (AWS CloudTrail user guide,
/// "CloudTrail record contents"). A file that is one line may have as many bytes as a record.
public struct CloudTrailReader: LogReader {
    private var waiting: [JSONObject] = []

    /// Reads either form.
    public init() {}

    /// Reads a line; see ``LogReader/read(_:into:)``.
    public mutating func read(_ line: [UInt8], into event: inout Event) -> ReadOutcome {
        guard !line.isEmpty else { return .nothing }
        guard let object = JSONFields.object(line) else { return .refused(.json) }
        guard let records = object["Records"]?.array else { return record(object, &event) }
        guard records.count <= SourceLimits.events else { return .refused(.fields) }
        waiting = records.reversed().compactMap(\.object)
        return next(into: &event)
    }

    /// Another event of the line; see ``LogReader/next(into:)``.
    public mutating func next(into event: inout Event) -> ReadOutcome {
        waiting.popLast().map { record($0, &event) } ?? .nothing
    }

    private func record(_ object: JSONObject, _ event: inout Event) -> ReadOutcome {
        guard let time = object.text("eventTime"), let moment = Timestamp(log: time) else { return .refused(.time) }
        guard JSONFields.write(object, to: &event, of: "cloudtrail") else { return .refused(.fields) }
        event.time = moment
        event.source = LogSource(product: "aws", service: "cloudtrail")
        let name = object.text("eventName")
        event.standard(Taxonomy.account, object.text(CloudTrailReader.accounts))
        event.standard(Taxonomy.origin, object.text("sourceIPAddress"))
        event.standard(Taxonomy.destination, object.text("sourceIPAddress"))
        event.standard(Taxonomy.route, name)
        event.standard(Taxonomy.bytes, number: object.text("additionalEventData.bytesTransferredOut"))
        event.standard(name.map(action), succeeded: succeeded(object))
        return .event
    }

    private static let accounts = [
        "userIdentity.arn", "userIdentity.userName", "userIdentity.principalId", "userIdentity.invokedBy",
        "userIdentity.accountId",
    ]

    private func succeeded(_ object: JSONObject) -> Bool {
        object.text("errorCode") == nil && object.text("responseElements.ConsoleLogin") != "Failure"
    }

    private func action(_ name: String) -> Action {
        if name == "ConsoleLogin" { return .login }
        let starts = { (words: [String]) in words.contains { name.hasPrefix($0) } }
        if starts(["Get", "List", "Describe", "Head", "Select", "BatchGet", "Query", "Scan", "Download"]) {
            return .read
        }
        if starts(["Export", "CopySnapshot", "CreateDBSnapshot", "ModifyDBSnapshotAttribute", "StartExport"]) {
            return .export
        }
        if starts(["Delete", "Terminate", "BatchDelete"]) { return .delete }
        return starts(["Put", "Upload", "BatchWrite", "Copy"]) ? .write : .administer
    }
}
