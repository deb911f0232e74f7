import Detection
import Foundation
import Vocabulary

/// What a watch shows on a terminal: one line, written anew each second: rate, lag, findings.
struct WatchView {
    private let isTerminal = isatty(2) == 1
    private var shown: (events: Int, at: Timestamp)?
    private var isLineOpen = false

    /// Shows the figures, at most once a second.
    mutating func show(_ figures: WatchFigures, now: Timestamp) {
        guard isTerminal else { return }
        guard let last = shown else { return shown = (figures.events, now) }
        let span = now.milliseconds - last.at.milliseconds
        guard span >= 1_000 else { return }
        let rate = (figures.events - last.events) * 1_000 / Int(span)
        shown = (figures.events, now)
        write("\r\u{1B}[K" + WatchView.line(figures, rate: rate, now: now))
        isLineOpen = true
    }

    /// Ends the line, so that something else can be written.
    mutating func close() {
        if isLineOpen { write("\r\u{1B}[K") }
        isLineOpen = false
    }

    static func line(_ figures: WatchFigures, rate: Int, now: Timestamp) -> String {
        let refused = figures.sources.map(\.counts.allRefused).reduce(0, +)
        let lag = figures.lag(now).map { "\($0 / 1_000) s" } ?? "-"
        let told = RuleLevel.allCases.reversed().compactMap { level in
            figures.told[level].map { "\($0) \(level.rawValue)" }
        }
        return "\(rate) events/s, \(figures.events) read, lag \(lag), \(refused) lines refused, findings: "
            + (told.isEmpty ? "none" : told.joined(separator: ", "))
    }

    private func write(_ text: String) { FileHandle.standardError.write(Data(text.utf8)) }
}
