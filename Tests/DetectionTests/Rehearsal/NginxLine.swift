import Vocabulary

@testable import Detection

/// Reads the lines that ``SyntheticVendor`` writes, and no others.
enum NginxLine {
    /// The event: account, practice and patient by the path.
    static func event(_ line: String) -> Event? {
        let words = line.split(separator: " ")
        guard words.count >= 10, let time = time(words[3].dropFirst()) else { return nil }
        var event = Event()
        event.time = time
        event.source = LogSource(category: "webserver", product: "nginx")
        event.add(Taxonomy.origin, String(words[0]))
        event.add(Taxonomy.account, String(words[2]))
        event.add(Taxonomy.outcome, words[8].first == "2" ? "success" : "failure")
        place(words[6], &event)
        return event
    }

    private static func place(_ path: Substring, _ event: inout Event) {
        let target = path.split(separator: "?", maxSplits: 1)
        let parts = target[0].split(separator: "/")
        if parts.count >= 5, parts[1] == "practices", parts[3] == "patients" {
            event.add(Taxonomy.practice, String(parts[2]))
            event.add(Taxonomy.patient, String(parts[4]))
            event.add(Taxonomy.route, "/api/practices/{id}/patients/{id}/" + parts.dropFirst(5).joined(separator: "/"))
        } else {
            event.add(Taxonomy.route, String(target[0]))
            if target.count > 1 { event.add(Taxonomy.practice, String(target[1].split(separator: "=").last ?? "")) }
        }
    }

    /// `05/Jan/2026:09:12:33`.
    private static func time(_ text: Substring) -> Timestamp? {
        let parts = text.split { $0 == "/" || $0 == ":" }
        guard parts.count == 6, let month = ["Jan": 1, "Feb": 2, "Mar": 3][parts[1]],
            let day = Int(parts[0]), let year = Int(parts[2]), let hour = Int64(parts[3]),
            let minute = Int64(parts[4]), let second = Int64(parts[5])
        else { return nil }
        let date = CivilDate(year: year, month: month, day: day)
        return Timestamp(seconds: Int64(date.days) * 86_400 + hour * 3600 + minute * 60 + second)
    }
}
