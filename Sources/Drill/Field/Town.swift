import BrokerAPI
import Vocabulary

/// A hundred practices of fifteen physicians each, with more patients than any of them may open in 30 days: made for one scenario,
/// with limits of which all numbers are divided, so that few patients are enough.
struct Town {
    static let practices = 100
    static let physicians = 15
    /// What the limits are divided by.
    static let share = 40
    /// Patients of each practice; the divided limit of 30 days is 50.
    static let patients = 60
    /// As many imports as a gateway answers at once.
    private static let hands = 4
    let arena: Arena

    /// Makes them and divides the limits.
    func build() async throws -> [DrillPractice] {
        guard case .done = try await arena.admin.admin(.setLimits(arena.world.bounds.divided(by: Town.share))) else {
            throw DrillError("limits")
        }
        return try await withThrowingTaskGroup(of: [DrillPractice].self) { group in
            for hand in 0..<Town.hands {
                group.addTask {
                    var built: [DrillPractice] = []
                    for number in stride(from: hand, to: Town.practices, by: Town.hands) {
                        built.append(try await practice(2_000 + number))
                    }
                    return built
                }
            }
            return try await group.reduce(into: []) { $0 += $1 }
        }
    }

    private func practice(_ index: Int) async throws -> DrillPractice {
        let name = "Cabinet \(index)"
        guard let id = PracticeID(try await add(.addPractice(name: name, size: Int64(Town.physicians)))) else {
            throw DrillError("practice")
        }
        var accounts = [try await arena.account(.partner, "Logiciel \(index)", in: id)]
        for number in 0..<Town.physicians {
            accounts.append(try await arena.account(.physician, "Docteur \(index).\(number)", in: id))
        }
        var practice = DrillPractice(id: id, index: index, accounts: accounts)
        practice.crowd = try await Crowd(arena: arena, practice: practice).recent(Town.patients)
        return practice
    }

    private func add(_ request: AdminRequest) async throws -> String {
        guard case .added(let id) = try await arena.admin.admin(request) else { throw DrillError("practice") }
        return id
    }
}
