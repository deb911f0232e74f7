import JSONTree

extension PathNode {
    /// The time that the element means: of a date, a period, or a timing from its first moment to its last. `zone` is
    /// that of texts without one, in minutes ahead of UTC.
    func timeRange(_ zone: Int) -> TimeRange? {
        switch value {
        case .string(let text):
            switch kind {
            case .primitive(.date), .primitive(.dateTime), .primitive(.instant): TimeReader.read(text, zone: zone)
            default: nil
            }
        case .object(let object): PathNode.timeRange(of: object, type, zone)
        default: nil
        }
    }

    private static func timeRange(of object: JSONObject, _ type: String, _ zone: Int) -> TimeRange? {
        switch type {
        case "Period": return period(object, zone)
        case "Timing":
            let events = (object["event"]?.array ?? []).compactMap {
                $0.string.flatMap { TimeReader.read($0, zone: zone) }
            }
            let bounds = object["repeat"]?["boundsPeriod"]?.object.flatMap { period($0, zone) }
            return TimeRange(spanning: events + (bounds.map { [$0] } ?? []))
        default: return nil
        }
    }

    private static func period(_ object: JSONObject, _ zone: Int) -> TimeRange? {
        TimeRange(
            from: object["start"]?.string.flatMap { TimeReader.read($0, zone: zone) },
            to: object["end"]?.string.flatMap { TimeReader.read($0, zone: zone) })
    }
}
