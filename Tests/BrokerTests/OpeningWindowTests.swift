import Foundation
import Testing
import Vocabulary

@testable import Broker

/// The window agrees with a list of all openings that is searched from end to end.
@Suite("Sliding windows")
struct OpeningWindowTests {
    /// Remembers every opening and forgets none.
    private struct Naive {
        var openings: [(time: Int64, subject: SubjectID)] = []

        func subjects(_ window: WindowName, at now: Timestamp) -> Set<SubjectID> {
            Set(openings.lazy.filter { $0.time > now.milliseconds - window.milliseconds }.map(\.subject))
        }

        func untilOneLess(_ window: WindowName, at now: Timestamp) -> Int64 {
            var latest: [SubjectID: Int64] = [:]
            for opening in openings where opening.time > now.milliseconds - window.milliseconds {
                latest[opening.subject] = opening.time
            }
            return latest.values.min().map { $0 - (now.milliseconds - window.milliseconds) } ?? 0
        }

        /// Only what no window can count any more goes, so that the search stays quick.
        mutating func forget(at now: Timestamp) {
            openings.removeAll { $0.time <= now.milliseconds - WindowName.month.milliseconds }
        }
    }

    private static func gap(_ generator: inout some RandomNumberGenerator) -> Int64 {
        switch Int.random(in: 0..<1_000, using: &generator) {
        case 0..<300: 0
        case 300..<700: Int64.random(in: 1...60_000, using: &generator)
        case 700..<900: Int64.random(in: 1...3_600_001, using: &generator)
        case 900..<994: Int64.random(in: 86_399_999...86_400_001, using: &generator)
        case 994..<998: [3_600_000, 86_400_000, 2_592_000_000].randomElement(using: &generator) ?? 0
        default: Int64.random(in: 2_592_000_000...9_000_000_000, using: &generator)
        }
    }

    private func compare(
        _ window: OpeningWindow, _ naive: Naive, at now: Timestamp, _ subject: SubjectID, _ step: Int
    ) {
        for (index, name) in WindowName.allCases.enumerated() where index == step % 3 || step % 20 == 0 {
            let expected = naive.subjects(name, at: now)
            let isSame =
                window.count(name, at: now) == expected.count
                && window.contains(subject, within: name, at: now) == expected.contains(subject)
                && window.untilOneLess(name, at: now) == naive.untilOneLess(name, at: now)
            #expect(isSame, "step \(step), \(name)")
        }
    }

    /// 20,000 steps of a crowd and 2,000 of a few: same milliseconds, exact borders, idle months, snapshots in between.
    @Test func agreesWithANaiveList() throws {
        for (crowd, steps) in [(40, 20_000), (3, 2_000)] {
            var generator = SeededNumbers(state: UInt64(crowd))
            let subjects = (0..<crowd).map { _ in SubjectID.random() }
            var (window, naive) = (OpeningWindow(), Naive())
            var now = TestInstallation.start
            for step in 0..<steps {
                now = now.adding(milliseconds: OpeningWindowTests.gap(&generator))
                let subject = subjects[Int.random(in: 0..<crowd, using: &generator)]
                switch Int.random(in: 0..<20, using: &generator) {
                case 0: window.advance(to: now)
                case 1...12:
                    window.record(subject, at: now)
                    naive.openings.append((now.milliseconds, subject))
                default: break
                }
                naive.forget(at: now)
                compare(window, naive, at: now, subject, step)
                if step % 500 == 499 {
                    let copy = try PropertyListDecoder().decode(
                        OpeningWindow.self, from: PropertyListEncoder().encode(window))
                    var settled = window
                    settled.advance(to: now)
                    var settledCopy = copy
                    settledCopy.advance(to: now)
                    #expect(settledCopy == settled, "step \(step)")
                    window = copy
                }
            }
        }
    }

    /// What a limit lets through never exceeds it in any window, whatever is opened again meanwhile.
    @Test func limitHoldsInEveryWindow() {
        var generator = SeededNumbers(state: 11)
        let limit = Limit(5, 9, 30)
        let subjects = (0..<400).map { _ in SubjectID.random() }
        var (window, naive) = (OpeningWindow(), Naive())
        var now = TestInstallation.start
        for step in 0..<20_000 {
            now = now.adding(milliseconds: Int64.random(in: 0...1_200_000, using: &generator))
            let subject = subjects[Int.random(in: 0..<400, using: &generator)]
            let wait = window.wait(for: subject, limit, now)
            if wait == nil {
                window.record(subject, at: now)
                naive.openings.append((now.milliseconds, subject))
            }
            naive.forget(at: now)
            for name in WindowName.allCases where wait == nil {
                #expect(naive.subjects(name, at: now).count <= limit[name], "step \(step), \(name)")
            }
        }
    }
}

/// A small repeatable generator of numbers (Steele, Lea and Flood, 2014).
struct SeededNumbers: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = (state ^ state >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }
}
