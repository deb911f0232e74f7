import Vocabulary

/// What a freeze or thaw is about, as the command line names it.
struct FreezeTarget {
    let scope: FreezeScope
    let practice: PracticeID?
    let holder: Holder?

    init(_ administration: Administration, account: String?, practice: String?) async throws {
        if let account {
            let found = try await administration.holder(account)
            if case .member = found.holder { scope = .member } else { scope = .client }
            self.practice = found.practice
            holder = found.holder
        } else if let practice {
            scope = .practice
            self.practice = try await administration.practice(practice)
            holder = nil
        } else {
            scope = .installation
            self.practice = nil
            holder = nil
        }
    }
}
