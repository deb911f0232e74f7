import BrokerAPI
import Vocabulary

/// Many keys in the hands of one attacker, who uses them at once; several connections' worth of requests are under way at a time.
struct Gang {
    /// One stolen key, and how far down its list of patients it came.
    private struct Hand: Sendable {
        let account: DrillAccount
        let victims: [PatientID]
        var token: SessionToken?
        var next = 0
    }

    /// What some hands got.
    private struct Haul: Sendable {
        let hands: [Hand]
        let asked: Int
        let isShut: Bool
    }

    private static let tasks = 32
    private let arena: Arena
    private var slices: [[Hand]]
    /// Whether the tripwire was seen to be closed.
    private(set) var isShut = false

    /// Begins with every physician of the practices; each starts elsewhere in its practice's list.
    init(_ arena: Arena, _ practices: [DrillPractice]) {
        self.arena = arena
        slices = Array(repeating: [], count: Gang.tasks)
        let hands = practices.flatMap { practice in
            practice.accounts(.physician).enumerated().map { place, account in
                let (ids, start) = (practice.crowd.map(\.patient), place * 7 % max(1, practice.crowd.count))
                return Hand(account: account, victims: Array(ids[start...] + ids[..<start]))
            }
        }
        for (number, hand) in hands.enumerated() { slices[number % Gang.tasks].append(hand) }
    }

    /// Each hand asks for its next patients, `each` of them and `limit` in all at most, in every tier, until it came to the end of
    /// its list. How many were asked for.
    @discardableResult
    mutating func take(each: Int, limit: Int = .max) async throws -> Int {
        let share = limit / Gang.tasks
        let (arena, current) = (arena, slices)
        let hauls = try await withThrowingTaskGroup(of: (Int, Haul).self) { group in
            for (number, slice) in current.enumerated() {
                group.addTask { (number, try await Gang.work(arena, slice, each, share)) }
            }
            return try await group.reduce(into: [(Int, Haul)]()) { $0.append($1) }
        }
        for (number, haul) in hauls {
            slices[number] = haul.hands
            isShut = isShut || haul.isShut
        }
        return hauls.reduce(0) { $0 + $1.1.asked }
    }

    private static func work(_ arena: Arena, _ slice: [Hand], _ each: Int, _ limit: Int) async throws -> Haul {
        // The hands whose turn it was go to the end, so that a limit is shared among all.
        var (hands, asked, isShut) = (slice, 0, false)
        var turn = 0
        while turn < hands.count, asked + each <= limit {
            defer { turn += 1 }
            guard hands[turn].next + each <= hands[turn].victims.count else { continue }
            asked += each
            for case .refused(.tripwire, _) in try await ask(arena, &hands[turn], each).map(\.outcome) { isShut = true }
        }
        return Haul(hands: Array(hands[turn...] + hands[..<turn]), asked: asked, isShut: isShut)
    }

    private static func ask(_ arena: Arena, _ hand: inout Hand, _ count: Int) async throws -> [ReleaseAnswer] {
        let patients = (0..<count).map { hand.victims[hand.next + $0] }
        for _ in 0..<2 {
            if hand.token == nil { hand.token = try await arena.session(hand.account) }
            guard let token = hand.token else { return [] }
            do {
                let answers = try await arena.release(token, patients, .all)
                hand.next += count
                return answers
            } catch let failure as BrokerFailure where failure.code == .session || failure.code == .frozen {
                hand.token = nil
            }
        }
        return []
    }
}
