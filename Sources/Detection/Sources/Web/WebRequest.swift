/// Completes events of web servers by the parts of the request and the taxonomy.
enum WebRequest {
    static let source = LogSource(category: "webserver", product: "nginx", service: "access")

    /// Adds `request_method`, `uri` and `args` where only the request line is there, then the fields of the taxonomy.
    static func complete(_ event: inout Event) {
        if let request = event.first("request") { split(request, &event) }
        if let target = event.first("request_uri") { split(target: target, &event) }
        let method = event.first("request_method") ?? ""
        let status = event.first("status").flatMap { Int($0) }
        let user = event.first("remote_user")
        event.standard(Taxonomy.account, user == "-" ? nil : user)
        event.standard(Taxonomy.origin, event.first("remote_addr"))
        event.standard(Taxonomy.destination, event.first("remote_addr"))
        event.standard(Taxonomy.bytes, number: event.first("body_bytes_sent") ?? event.first("bytes_sent"))
        event.standard(Taxonomy.host, event.first("server_name") ?? event.first("http_host"))
        event.standard(action(method), succeeded: status.map { $0 < 400 })
    }

    private static func split(_ request: String, _ event: inout Event) {
        let parts = request.split(separator: " ", maxSplits: 1)
        guard parts.count == 2, parts[0].utf8.allSatisfy({ $0.isLetter || $0 == UInt8(ascii: "-") }) else { return }
        event.standard("request_method", String(parts[0]))
        let target = parts[1].lastIndex(of: " ").map { parts[1][..<$0] } ?? parts[1]
        event.standard("request_uri", String(target))
    }

    private static func split(target: String, _ event: inout Event) {
        guard let mark = target.firstIndex(of: "?") else { return event.standard("uri", target) }
        event.standard("uri", String(target[..<mark]))
        event.standard("args", String(target[target.index(after: mark)...]))
    }

    private static func action(_ method: String) -> Action? {
        switch method {
        case "GET", "HEAD": .read
        case "POST", "PUT", "PATCH": .write
        case "DELETE": .delete
        case "": nil
        default: .other
        }
    }
}
