import Detection
import Vocabulary

/// A watch's figures as Prometheus reads them (text exposition format 0.0.4). Names of sources are configuration, and carry no data.
enum WatchMetrics {
    static func text(_ figures: WatchFigures, _ spool: SyslogSpool?, now: Timestamp) -> String {
        var out = Page()
        if let spool { listened(spool, &out) }
        out.add("colloque_watch_events_total", "counter", "Events taken.", figures.events)
        out.add(
            "colloque_watch_events_read_again_total", "counter", "Events read again after a restart.", figures.readAgain
        )
        out.add("colloque_watch_events_late_total", "counter", "Events later than the lateness.", figures.engine.late)
        out.add("colloque_watch_events_untimed_total", "counter", "Events without a time.", figures.engine.untimed)
        out.add(
            "colloque_watch_events_jumped_total", "counter", "Events far ahead of all others.", figures.engine.jumped)
        out.add("colloque_watch_findings_total", "counter", "Findings made.", figures.findings)
        out.add(
            "colloque_watch_findings_held_total", "counter", "Findings held back by the rate.",
            Int(clamping: figures.held))
        out.add("colloque_watch_groups", "gauge", "Groups that correlations hold.", figures.groups)
        out.add(
            "colloque_watch_groups_evicted_total", "counter", "Groups pushed out for want of room.", figures.evicted)
        if let lag = figures.lag(now) {
            out.add("colloque_watch_lag_seconds", "gauge", "How far what is told lies behind.", Double(lag) / 1_000)
        }
        out.head("colloque_watch_told_total", "counter", "Findings told, updates included.")
        for level in RuleLevel.allCases {
            out.line("colloque_watch_told_total", "level", level.rawValue, figures.told[level] ?? 0)
        }
        out.head("colloque_watch_lines_total", "counter", "Lines read.")
        for (name, counts) in figures.sources { out.line("colloque_watch_lines_total", "source", name, counts.lines) }
        out.head("colloque_watch_lines_refused_total", "counter", "Lines that are not of their log.")
        for (name, counts) in figures.sources {
            out.line("colloque_watch_lines_refused_total", "source", name, counts.allRefused)
        }
        return out.text
    }

    private static func listened(_ spool: SyslogSpool, _ out: inout Page) {
        let counts = spool.counts
        out.add("colloque_watch_syslog_messages_total", "counter", "Messages taken over the network.", counts.messages)
        out.head("colloque_watch_syslog_lost_total", "counter", "Messages over the network that were not taken.")
        for (reason, count) in counts.lost { out.line("colloque_watch_syslog_lost_total", "reason", reason, count) }
        out.add("colloque_watch_syslog_connections", "gauge", "Connections that are open.", counts.connections)
        out.head("colloque_watch_syslog_closed_total", "counter", "Connections that were closed from here.")
        for (reason, count) in counts.closed { out.line("colloque_watch_syslog_closed_total", "reason", reason, count) }
        out.add(
            "colloque_watch_syslog_unread_bytes", "gauge", "Bytes that came and wait to be read.", Int(spool.unread))
    }

    private struct Page {
        var text = ""

        mutating func head(_ name: String, _ kind: String, _ help: String) {
            text += "# HELP \(name) \(help)\n# TYPE \(name) \(kind)\n"
        }

        mutating func add(_ name: String, _ kind: String, _ help: String, _ value: some Numeric) {
            head(name, kind, help)
            text += "\(name) \(value)\n"
        }

        mutating func line(_ name: String, _ label: String, _ value: String, _ count: Int) {
            let escaped = value.flatMap { "\\\"\n".contains($0) ? ["\\", $0 == "\n" ? "n" : $0] : [$0] }
            text += "\(name){\(label)=\"\(String(escaped))\"} \(count)\n"
        }
    }
}
