import Vocabulary

@testable import Broker

extension House {
    /// The subjects whose identity was opened to a holder.
    func opened(by holder: Holder) throws -> Set<SubjectID> {
        var subjects: Set<SubjectID> = []
        try broker.forEachEntry { _, entry in
            guard case .release(let release) = entry.event, release.holder == holder, release.opening,
                release.tier == .identity, let subject = release.subject
            else { return }
            subjects.insert(subject)
        }
        return subjects
    }
}
