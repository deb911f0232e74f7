import Vocabulary

@testable import Detection

/// The same numbers again, the slow and plain way: every window is gone through for every access.
struct RehearsalOracle {
    struct Touch {
        var time: Int64
        var patient: String
        var practice: String
    }

    private(set) var touches: [String: [Touch]] = [:]

    init(_ events: [Event]) {
        for event in events {
            guard let account = event.first("account"), let patient = event.first("patient"), let time = event.time,
                event.first("outcome") != "failure"
            else { continue }
            let practice = event.first("practice") ?? ""
            touches[account, default: []].append(
                Touch(time: time.milliseconds, patient: "\(practice)/\(patient)", practice: practice))
        }
        for account in touches.keys { touches[account]?.sort { $0.time < $1.time } }
    }

    /// The most distinct patients of any window that ends with an access.
    func highest(_ account: String, _ window: WindowName) -> Int {
        let all = touches[account] ?? []
        return all.map { end in
            Set(all.filter { $0.time <= end.time && $0.time > end.time - window.milliseconds }.map(\.patient)).count
        }.max() ?? 0
    }

    /// Refusals by practice, under the broker's rules: repeats within a day are free, patients of 30 days always come
    /// through.
    func refusals(_ account: String, _ limit: Limit) -> [String: Int] {
        var opened: [String: Int64] = [:]
        var admitted: [(time: Int64, patient: String)] = []
        var refused: [String: Int] = [:]
        for touch in touches[account] ?? [] {
            if let before = opened[touch.patient], touch.time - before < 86_400_000 { continue }
            opened[touch.patient] = touch.time
            func lately(_ window: WindowName) -> Set<String> {
                Set(admitted.filter { $0.time > touch.time - window.milliseconds }.map(\.patient))
            }
            let isKnown = lately(.month).contains(touch.patient)
            let isFull = WindowName.allCases.contains { lately($0).count >= limit[$0] }
            if isKnown || !isFull {
                admitted.removeAll { $0.patient == touch.patient }
                admitted.append((touch.time, touch.patient))
            } else {
                refused[touch.practice, default: 0] += 1
            }
        }
        return refused
    }
}
