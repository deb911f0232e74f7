import JSONTree

/// One entry of a batch or transaction Bundle, as it was sent (R4, Bundle.entry).
public struct BundleEntry: Sendable, Equatable {
    /// `entry.fullUrl`.
    public var fullUrl: String?
    /// `entry.request.method`: `GET`, `POST`, `PUT` …; nil in a Bundle without requests.
    public var method: String?
    /// `entry.request.url`.
    public var url: String?
    /// `entry.request.ifMatch`.
    public var ifMatch: String?
    /// `entry.request.ifNoneMatch`.
    public var ifNoneMatch: String?
    /// `entry.request.ifModifiedSince`.
    public var ifModifiedSince: String?
    /// `entry.request.ifNoneExist`.
    public var ifNoneExist: String?
    /// `entry.resource`.
    public var resource: JSONValue?

    init(_ entry: JSONValue) {
        fullUrl = entry["fullUrl"]?.string
        let request = entry["request"]
        method = request?["method"]?.string
        url = request?["url"]?.string
        ifMatch = request?["ifMatch"]?.string
        ifNoneMatch = request?["ifNoneMatch"]?.string
        ifModifiedSince = request?["ifModifiedSince"]?.string
        ifNoneExist = request?["ifNoneExist"]?.string
        resource = entry["resource"]
    }
}
